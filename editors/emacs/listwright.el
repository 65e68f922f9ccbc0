;;; listwright.el --- Lists are linted by listwright, through Eglot  -*- lexical-binding: t -*-

;; With `:trusted t' configurations may run code and links are asked. Say it where you know every folder you open.

(require 'eglot)

(add-to-list 'eglot-server-programs
             '((markdown-mode gfm-mode)
               . ("listwright" "lsp"
                  :initializationOptions (:trusted :json-false :links "save" :linkBudget 50))))

(defun listwright--ask (command)
  "Have the server carry out COMMAND with the document of this buffer."
  (jsonrpc-request (eglot-current-server) :workspace/executeCommand
                   (list :command command
                         :arguments (vector (plist-get (eglot--TextDocumentIdentifier) :uri)))))

(defun listwright-check-links ()
  "Ask all links of the list in this buffer."
  (interactive)
  (listwright--ask "listwright.checkLinks"))

(defun listwright-fix-all ()
  "Fix all in this buffer that is safe to fix."
  (interactive)
  (listwright--ask "listwright.fixAll"))

(provide 'listwright)
;;; listwright.el ends here
