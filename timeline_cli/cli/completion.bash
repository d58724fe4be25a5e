# Completion of the timeline command in bash 4 and newer.
# In ~/.bashrc: eval "$(timeline completion bash)"

_timeline() {
    local IFS=$'\n' answer directives
    COMPREPLY=()

    # Bash has cut the words at : and =, so the whole line goes out, with the part that bash will replace ($2).
    # What comes back is quoted already and is never evaluated here.
    answer="$("$1" _complete bash "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null </dev/null)" || return 0
    [[ -n $answer ]] || return 0
    mapfile -t COMPREPLY <<<"$answer"
    directives=${COMPREPLY[0]}
    COMPREPLY=("${COMPREPLY[@]:1}")

    # compopt only works while bash completes, not when a test calls this function.
    case $directives in
        files*) compopt -o default 2>/dev/null ;;
        nospace*) compopt -o nospace 2>/dev/null ;;
    esac
    # Bash would put what the suggestions have in common in the place of what was typed, although that is less.
    # One more that has nothing in common keeps it from that; a plain list (?) inserts nothing anyway.
    if [[ $directives == *list* && ${COMP_TYPE:-9} != 63 ]]; then
        COMPREPLY+=("…")
    fi
    return 0
}

complete -F _timeline timeline
