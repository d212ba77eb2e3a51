# Completion of gfpaudit for bash, made by 'gfpaudit completion bash' from the options it has.

# The directory after --tree, or that after --kernel, or here.
_gfpaudit_tree() {
	local i dir=.
	for ((i = 2; i < ${#COMP_WORDS[@]} - 1; i++)); do
		if [[ ${COMP_WORDS[i]} == --tree ]]; then
			dir=${COMP_WORDS[i + 1]}
			if [[ $dir == = ]]; then dir=${COMP_WORDS[i + 2]}; fi
		fi
	done
	printf '%s\n' "${dir/#\~/$HOME}"
}

# Adds those of the words that begin as the current one does; PREFIX stands before each.
_gfpaudit_words() { # PREFIX WORD...
	local prefix=$1 word
	shift
	for word; do
		if [[ $prefix$word == "$cur"* ]]; then COMPREPLY+=("$prefix$word"); fi
	done
}

_gfpaudit_list() { # WORD...
	local prefix=
	if [[ $cur == *,* ]]; then prefix=${cur%,*},; fi
	_gfpaudit_words "$prefix" "$@"
}

# Files of here; where there are none, files of the tree.
_gfpaudit_paths() { # -f or -d
	local found tree
	while IFS= read -r found; do
		if [[ $found ]]; then COMPREPLY+=("$found"); fi
	done < <(compgen "$1" -- "$cur")
	if [[ ${#COMPREPLY[@]} -gt 0 || $1 == -d ]]; then
		compopt -o filenames 2>/dev/null
		return
	fi
	tree=$(_gfpaudit_tree)
	while IFS= read -r found; do
		if [[ -d $tree/$found ]]; then
			COMPREPLY+=("$found/")
			compopt -o nospace 2>/dev/null
		elif [[ $found ]]; then
			COMPREPLY+=("$found")
		fi
	done < <(cd "$tree" 2>/dev/null && compgen -f -- "$cur")
}

_gfpaudit_revisions() {
	local prefix= found
	if [[ $cur == *..* ]]; then prefix=${cur%..*}..; fi
	while IFS= read -r found; do
		_gfpaudit_words "$prefix" "$found"
	done < <(git -C "$(_gfpaudit_tree)" for-each-ref --format='%(refname:short)' 2>/dev/null)
}

_gfpaudit_arches() {
	local dir
	for dir in "$(_gfpaudit_tree)"/arch/*/; do
		dir=${dir%/}
		if [[ -d $dir ]]; then _gfpaudit_words "" "${dir##*/}"; fi
	done
}

_gfpaudit() {
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
	local command=${COMP_WORDS[1]} options='' valued='' switch='' i n=0
	COMPREPLY=()
	if ((COMP_CWORD == 1)); then
		_gfpaudit_words "" @COMMANDS@
		return
	fi
	# The shell takes --option=value apart.
	if [[ $cur == = ]]; then
		cur=
	elif [[ $prev == = ]]; then
		prev=${COMP_WORDS[COMP_CWORD - 2]}
	fi
	case $command in
@OPTIONS@
	*) return ;;
	esac
	case $command:$prev in
@VALUES@
	esac
	if [[ $switch && $cur == "$switch"* ]]; then
		case $command in
@SWITCHES@
		esac
		return
	fi
	if [[ $cur == -* ]]; then
		# shellcheck disable=SC2086 # Options are words.
		_gfpaudit_words "" $options
		return
	fi
	for ((i = 2; i < COMP_CWORD; i++)); do
		if [[ " $valued " == *" ${COMP_WORDS[i]} "* ]]; then
			if [[ ${COMP_WORDS[i + 1]} == = ]]; then i=$((i + 2)); else i=$((i + 1)); fi
		elif [[ ${COMP_WORDS[i]} != -* ]]; then
			n=$((n + 1))
		fi
	done
	case $command:$n in
@ARGUMENTS@
	esac
}

complete -F _gfpaudit gfpaudit
