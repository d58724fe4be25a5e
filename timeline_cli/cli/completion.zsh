#compdef timeline
# Completion of the timeline command in zsh.
# Once: timeline completion zsh > "${fpath[1]}/_timeline"
# Or in ~/.zshrc, after compinit: eval "$(timeline completion zsh)"

_timeline() {
    local answer directives line
    local -a lines before values shown
    local -A append

    # Words without their quotes, and what is typed of the last one as it stands.
    before=("${(@Q)words[2,CURRENT-1]}")
    answer="$("${(Q)words[1]}" _complete zsh "${before[@]}" "${QIPREFIX}${PREFIX}" 2>/dev/null </dev/null)"
    [[ -n $answer ]] || return 1
    lines=("${(@f)answer}")
    directives=$lines[1]
    lines=("${(@)lines[2,-1]}")

    if [[ $directives == files* ]]; then
        compset -P '*='
        _files
        return
    fi

    local -i width=0
    for line in "${lines[@]}"; do
        values+=("${line%%$'\t'*}")
        (( ${#values[-1]} > width )) && width=${#values[-1]}
    done
    for line in "${lines[@]}"; do
        if [[ -n ${line#*$'\t'} ]]; then
            shown+=("${(r:width:)line%%$'\t'*}  ${line#*$'\t'}")
        else
            shown+=("${line%%$'\t'*}")
        fi
    done

    # The program has matched already (-U); zsh quotes what it inserts.
    local -a options=(-U -d shown)
    [[ "${(j::)lines}" == *$'\t'[^$'\t']* ]] && options+=(-l)
    [[ $directives == nospace* ]] && options+=(-S '')
    compadd "${options[@]}" -a values
    # What the suggestions have in common is less than what was typed: only show them.
    if [[ $directives == *list* ]]; then
        compstate[insert]=''
        compstate[list]='list force'
    fi
    return 0
}

# Autoloaded from fpath, this file is the function; evaluated, it defines it.
if [[ ${funcstack[1]} == _timeline ]]; then
    _timeline "$@"
else
    compdef _timeline timeline
fi
