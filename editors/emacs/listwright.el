;;; listwright.el --- Lint lists with listwright, through Eglot  -*- lexical-binding: t -*-

;; With `:trusted t', configurations may run code and links are checked. Set it only if you trust every folder you open.

(require 'eglot)

(add-to-list 'eglot-server-programs
             '((markdown-mode gfm-mode)
               . ("listwright" "lsp"
                  :initializationOptions (:trusted :json-false :links "save" :linkBudget 50))))

(defun listwright--ask (command)
  "Run COMMAND of the server on the document of this buffer."
  (jsonrpc-request (eglot-current-server) :workspace/executeCommand
                   (list :command command
                         :arguments (vector (plist-get (eglot--TextDocumentIdentifier) :uri)))))

(defun listwright-check-links ()
  "Check all links of the list in this buffer."
  (interactive)
  (listwright--ask "listwright.checkLinks"))

(defun listwright-fix-all ()
  "Apply all safe fixes in this buffer."
  (interactive)
  (listwright--ask "listwright.fixAll"))

(provide 'listwright)
;;; listwright.el ends here
