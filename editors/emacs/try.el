;;; try.el --- Opens a list in a batch Emacs and prints what the server finds  -*- lexical-binding: t -*-

;; emacs --batch -l package -f package-initialize -l editors/emacs/try.el README.md
;; LISTWRIGHT_COMMAND is the server (`listwright lsp'; words are parted by spaces).

(load (expand-file-name "listwright.el" (file-name-directory load-file-name)))
(require 'markdown-mode)

(let ((command (split-string (or (getenv "LISTWRIGHT_COMMAND") "listwright lsp"))))
  (setq eglot-server-programs
        `(((markdown-mode gfm-mode)
           . (,@command :initializationOptions (:trusted :json-false :links "off" :linkBudget 0))))))
(setq eglot-sync-connect t
      eglot-confirm-server-initiated-edits nil
      eglot-confirm-server-edits nil)

(defun try--wait (seconds done)
  "Wait up to SECONDS until DONE gives something."
  (let ((end (+ (float-time) seconds)))
    (while (and (not (funcall done)) (< (float-time) end))
      (accept-process-output nil 0.05))
    (funcall done)))

(find-file (pop command-line-args-left))
(markdown-mode)
(apply #'eglot (eglot--guess-contact))
(flymake-start)
(unless (try--wait 15 (lambda () (flymake-diagnostics)))
  (princ "trouble: it found nothing\n")
  (kill-emacs 1))
(dolist (one (sort (flymake-diagnostics) (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b)))))
  (princ (format "%d %s\n" (line-number-at-pos (flymake-diagnostic-beg one)) (flymake-diagnostic-text one))))
(let ((before (buffer-string)))
  (listwright-fix-all)
  (princ (format "fixed: %s\n" (if (try--wait 5 (lambda () (not (equal before (buffer-string))))) "true" "false")))
  (set-buffer-modified-p nil))
(kill-emacs 0)
