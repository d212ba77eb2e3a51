# 'make gfpaudit' in a kernel tree, as 'make coccicheck' is. Either include this file at the end of the
# tree's Makefile, or leave the tree as it is:
#
#   make -f /usr/lib/gfpaudit/share/gfpaudit/gfpaudit.mk gfpaudit M=fs/ext4
#
#   M=DIR       report only what is below this directory
#   MODE=MODE   report (default): one line for each finding, as a compiler has; text: with the source and
#               the way of the mask; patch: the patches for all findings, as one mailbox
#   J=N         use N threads
#   GFPAUDIT    the program; GFPAUDIT_OPTIONS: more options of it
#
# A tree with findings is no failure of make. With GFPAUDIT_FAIL_ON=warning it is.
GFPAUDIT ?= gfpaudit
MODE ?= report
GFPAUDIT_FAIL_ON ?= never
gfpaudit_tree := $(or $(srctree),.)
gfpaudit_common = --tree $(gfpaudit_tree) $(if $(J),--jobs $(J)) $(GFPAUDIT_OPTIONS)
gfpaudit_check = $(GFPAUDIT) check $(M) $(gfpaudit_common) --fail-on $(GFPAUDIT_FAIL_ON)

PHONY += gfpaudit
.PHONY: gfpaudit
gfpaudit:
ifeq ($(MODE),report)
	@$(gfpaudit_check) --format gcc
else ifeq ($(MODE),text)
	@$(gfpaudit_check) --format text
else ifeq ($(MODE),patch)
	@$(GFPAUDIT) patch $(addsuffix /,$(patsubst %/,%,$(M))) $(gfpaudit_common) --maintainers none
else
	@echo "MODE is report, text or patch, not '$(MODE)'" >&2; false
endif
