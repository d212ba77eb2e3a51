;; Opens a file, mends its first finding and waits until it is gone; the last line says what came of
;; it. Usage: emacs --batch -l eglot.el, with the environment of nvim.lua.
(require 'package)
(package-initialize)
(require 'eglot)
(require 'flymake)

(defun gfpaudit-await (what condition)
  "Wait until CONDITION holds, or fail for want of WHAT."
  (let ((end (+ (float-time) 300)))
    (while (and (not (funcall condition)) (< (float-time) end))
      (accept-process-output nil 0.05))
    (unless (funcall condition)
      (message "FAILED: there is no %s" what)
      (kill-emacs 1))))

(setq eglot-sync-connect 60
      eglot-connect-timeout 120
      eglot-autoshutdown nil
      eglot-confirm-server-initiated-edits nil)
(let ((command (split-string (getenv "GFPAUDIT_SERVER") "\n" t)))
  (add-to-list 'eglot-server-programs (cons 'c-mode command)))
(find-file (getenv "GFPAUDIT_FILE"))
(c-mode)
(eglot-ensure)
(call-interactively #'eglot)
(flymake-start)
(gfpaudit-await "diagnostic" (lambda () (flymake-diagnostics)))
(let* ((found (car (flymake-diagnostics)))
       (start (flymake-diagnostic-beg found))
       (end (flymake-diagnostic-end found)))
  (message "found: %s" (car (split-string (flymake-diagnostic-text found) "\n")))
  (goto-char start)
  (let* ((actions (jsonrpc-request
                   (eglot--current-server-or-lose) :textDocument/codeAction
                   (list :textDocument (eglot--TextDocumentIdentifier)
                         :range (list :start (eglot--pos-to-lsp-position start)
                                      :end (eglot--pos-to-lsp-position end))
                         :context (list :diagnostics
                                        (vector (cdr (assoc 'eglot-lsp-diag
                                                            (eglot--diag-data found))))))
                   :timeout 300))
         (action (aref actions 0)))
    (message "action: %s" (plist-get action :title))
    (eglot--apply-workspace-edit (plist-get action :edit))
    ;; Emacs in batch is never idle, which is when changes are sent.
    (eglot--signal-textDocument/didChange)))
(gfpaudit-await "end of the diagnostics" (lambda () (null (flymake-diagnostics))))
(message "mended")
(set-buffer-modified-p nil)
(eglot-shutdown (eglot--current-server-or-lose))
