# Completion of gfpaudit for fish, made by 'gfpaudit completion fish' from the options it has.

# The directory after --tree, or here.
function __gfpaudit_tree
    set -l words (commandline -opc)
    set -l dir .
    for i in (seq (count $words))
        if string match -q -- '--tree=*' $words[$i]
            set dir (string replace -- '--tree=' '' $words[$i])
        else if test "$words[$i]" = --tree; and set -q words[(math $i + 1)]
            set dir $words[(math $i + 1)]
        end
    end
    string replace -r '^~' $HOME -- $dir
end

# Files of the tree, where the words are not those of files of here.
function __gfpaudit_paths
    set -l tree (__gfpaudit_tree)
    test "$tree" = . ; and return
    set -l typed (commandline -ct)
    for found in $tree/$typed*
        set -l name (string sub -s (math (string length -- $tree) + 2) -- $found)
        test -d $found; and set name $name/
        echo $name
    end
end

function __gfpaudit_revisions
    set -l before (string match -r '.*\.\.' -- (commandline -ct))
    for name in (command git -C (__gfpaudit_tree) for-each-ref --format='%(refname:short)' 2>/dev/null)
        echo "$before$name"
    end
end

function __gfpaudit_arches
    for dir in (__gfpaudit_tree)/arch/*/
        basename $dir
    end
end

# Words that are joined by commas.
function __gfpaudit_list
    set -l before (string match -r '.*,' -- (commandline -ct))
    for word in $argv
        echo "$before$word"
    end
end

# Whether the command is this one.
function __gfpaudit_command
    set -l words (commandline -opc)
    test (count $words) -gt 1; and test $words[2] = $argv[1]
end

# Whether N arguments stand behind the command; a fourth word asks for N or more. The words before
# it are the options whose value is a word of its own.
function __gfpaudit_argument
    set -l words (commandline -opc)
    set -l count 0
    set -l skip 0
    for word in $words[3..-1]
        if test $skip -eq 1
            set skip 0
        else if contains -- $word $argv[3..-1]
            set skip 1
        else if not string match -q -- '-*' $word
            set count (math $count + 1)
        end
    end
    test $argv[2] = more; and test $count -ge $argv[1]; or test $count -eq $argv[1]
end

complete -c gfpaudit -f
@COMMANDS@
@OPTIONS@
