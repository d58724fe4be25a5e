# Completion of the timeline command in fish.
# Once: timeline completion fish > ~/.config/fish/completions/timeline.fish

function __timeline_complete
    # Words without their quotes, and what is typed of the last one as it stands.
    set -l before (commandline -opc)
    set -l token (commandline -ct)
    # The line that was typed may have been longer, as in: command timeline show
    set -l answer ($before[1] _complete fish $before[2..-1] "$token" 2>/dev/null </dev/null)
    test (count $answer) -gt 0; or return
    switch $answer[1]
        case 'files*'
            set -l option (string match -r -- '^--\w+=' $token)
            set -l begun (string replace -- "$option" '' $token)
            string replace -r -- '^' "$option" (__fish_complete_path $begun)
        case '*'
            # VALUE TAB HELP; fish quotes what it inserts.
            printf '%s\n' $answer[2..-1]
    end
end

complete -c timeline -f -a '(__timeline_complete)'
