#compdef gfpaudit
# Completion of gfpaudit for zsh, made by 'gfpaudit completion zsh' from the options it has.

# The directory after --tree, or here.
_gfpaudit_tree() {
  local dir=${opt_args[--tree]:-.}
  REPLY=${~dir}
}

# Files of here; where there are none, files of the tree.
_gfpaudit_paths() {
  local REPLY
  local -a here folders files
  here=(${~PREFIX}*(N[1]))
  _gfpaudit_tree
  if (( $#here )) || [[ $REPLY == . ]]; then
    _files
    return
  fi
  folders=($REPLY/$PREFIX*(N-/))
  files=($REPLY/$PREFIX*(N-.))
  folders=(${folders#$REPLY/})
  files=(${files#$REPLY/})
  (( $#folders )) && compadd -S / -a folders
  (( $#files )) && compadd -a files
}

# Words that are joined by commas.
_gfpaudit_list() {
  local -a names
  names=($argv)
  compset -P '*,'
  compadd -a names
}

_gfpaudit_revisions() {
  local REPLY
  local -a names
  _gfpaudit_tree
  names=(${(f)"$(command git -C $REPLY for-each-ref --format='%(refname:short)' 2>/dev/null)"})
  compset -P '*..'
  (( $#names )) && compadd -a names
}

_gfpaudit_files_and_revisions() {
  _alternative 'files:file:_files' 'revisions:commit:_gfpaudit_revisions'
}

_gfpaudit_arches() {
  local REPLY
  local -a names
  _gfpaudit_tree
  names=($REPLY/arch/*(N-/:t))
  (( $#names )) && compadd -a names
}

_gfpaudit() {
  local curcontext=$curcontext state line
  local -A opt_args
  local -a commands
  commands=(
@COMMANDS@
  )
  _arguments -C \
@PROGRAM@
    '1: :->command' '*:: :->rest' && return
  case $state in
    command) _describe -t commands command commands ;;
    rest)
      curcontext=${curcontext%:*:*}:gfpaudit-$words[1]:
      case $words[1] in
@OPTIONS@
      esac
      ;;
  esac
}

if [[ $funcstack[1] == _gfpaudit ]]; then
  _gfpaudit "$@"
else
  compdef _gfpaudit gfpaudit
fi
