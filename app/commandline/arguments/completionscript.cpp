// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/arguments/completionscript.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/arguments/verbs.h"

using namespace Qt::StringLiterals;

namespace Sluice::CompletionScript {

namespace {

// Puts the text in single quotes, as all three shells read them.
QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString longName(const OptionInfo &option)
{
    return u"--"_s + QLatin1String(option.name);
}

QString shortNames(const OptionInfo &option, const QString &separator)
{
    QString names;
    for (const char *letter = option.letters; *letter != '\0'; ++letter)
        names += u'-' + QString(QLatin1Char(*letter)) + separator;
    return names;
}

bool takesPath(OperandKind kind)
{
    return kind == OperandKind::File || kind == OperandKind::FileOrFolder;
}

QStringList verbNames()
{
    return Operand{OperandKind::Command}.choices();
}

// Returns "create|update": the names and aliases of the verbs for which is() returns true.
template <typename Is>
QString verbPattern(Is is)
{
    QStringList names;
    for (const VerbInfo &verb : commandVerbs()) {
        if (!is(verb))
            continue;
        names += QLatin1String(verb.name);
        if (*verb.alias != '\0')
            names += QLatin1String(verb.alias);
    }
    return names.join(u'|');
}

QString patternOf(const VerbInfo &verb)
{
    return verbPattern([&verb](const VerbInfo &each) { return each.verb == verb.verb; });
}

QString optionWords(OptionSet set)
{
    QStringList words;
    for (const OptionInfo &option : allOptions()) {
        if (set.contains(option.id))
            words += longName(option);
    }
    return words.join(u' ');
}

QString optionsWithValue()
{
    QStringList words;
    for (const OptionInfo &option : allOptions()) {
        if (option.takesValue())
            words += shortNames(option, u"|"_s) + longName(option);
    }
    return words.join(u'|');
}

// Returns the line with which bash completes an operand; empty when nothing is known of it.
QString bashOperand(const Operand &operand)
{
    const QStringList choices = operand.choices();
    if (!choices.isEmpty())
        return u"_sluice_words %1"_s.arg(quoted(choices.join(u' ')));
    if (takesPath(operand.kind))
        return u"_sluice_paths -f"_s;
    return operand.kind == OperandKind::Folder ? u"_sluice_paths -d"_s : QString();
}

QString bash()
{
    QString values;
    for (const OptionInfo &option : allOptions()) {
        if (!option.takesValue())
            continue;
        const QStringList choices = option.choiceList();
        QString line =
            choices.isEmpty() ? u":"_s : u"_sluice_words "_s + quoted(choices.join(u' '));
        if (option.id == OptionId::Screenshot)
            line = u"_sluice_paths -f"_s;
        values += u"        %1%2) %3; return;;\n"_s.arg(shortNames(option, u"|"_s),
                                                        longName(option), line);
    }
    QString options;
    QString operands;
    for (const VerbInfo &verb : commandVerbs()) {
        options += u"            %1) _sluice_words %2;;\n"_s.arg(patternOf(verb),
                                                                 quoted(optionWords(verb.options)));
        for (size_t i = 0; i < verb.operands.size(); ++i) {
            const QString line = bashOperand(verb.operands[i]);
            if (!line.isEmpty())
                operands += u"        %1) %2;;\n"_s.arg(
                    patternOf(verb).split(u'|').join(u":%1|"_s.arg(i)) + u":%1"_s.arg(i), line);
        }
    }
    return uR"(# bash completion of sluice, made by: sluice completion bash
_sluice_words() {
    COMPREPLY=($(compgen -W "$1" -- "$cur"))
}

_sluice_paths() {
    compopt -o filenames 2>/dev/null
    local IFS=$'\n'
    COMPREPLY=($(compgen "$1" -- "$cur"))
}

_sluice() {
    local cur=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb='' count=0 i
    COMPREPLY=()
    # "--output=json" comes in three words.
    if [ "$cur" = '=' ]; then
        cur=''
    elif [ "$before" = '=' ] && [ "$COMP_CWORD" -gt 1 ]; then
        before=${COMP_WORDS[COMP_CWORD-2]}
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        %1)
            if [ "${COMP_WORDS[i+1]}" = '=' ]; then ((i++)); fi
            ((i++));;
        -*) ;;
        *) if [ -z "$verb" ]; then verb=${COMP_WORDS[i]}; else ((count++)); fi;;
        esac
    done
    case $before in
%2    esac
    case $cur in
    -*)
        case $verb in
            '') _sluice_words %3;;
%4        esac
        return;;
    esac
    case $verb:$count in
        :*) _sluice_words %5;;
%6    esac
}

complete -F _sluice sluice
)"_s.arg(optionsWithValue(), values, quoted(optionWords(windowOptions | commonOptions)), options,
         quoted(verbNames().join(u' ')), operands);
}

// Escapes colons and brackets, which have a meaning in zsh's lists.
QString zshText(QString text)
{
    for (const QChar each : {u'\\', u':', u'[', u']'})
        text.replace(each, QString(u'\\') + each);
    return text;
}

QString zshOption(const OptionInfo &option)
{
    const QString help = u'[' + zshText(CommandLine::tr(option.help)) + u']';
    QString value;
    if (option.takesValue()) {
        const QStringList choices = option.choiceList();
        const QString action = option.id == OptionId::Screenshot ? u"_files"_s
                               : choices.isEmpty()               ? u" "_s
                                                                 : u'(' + choices.join(u' ') + u')';
        value = u":%1:%2"_s.arg(QLatin1String(option.value), action);
    }
    QStringList lines;
    if (*option.letters != '\0')
        lines += quoted(u'-' + QString(QLatin1Char(*option.letters)) + help + value);
    lines += quoted(longName(option) + (option.takesValue() ? u"="_s : QString()) + help + value);
    return lines.join(u' ');
}

QString zshOptions(OptionSet set)
{
    QStringList lines;
    for (const OptionInfo &option : allOptions()) {
        if (set.contains(option.id))
            lines += zshOption(option);
    }
    return lines.join(u" \\\n            "_s);
}

QString zshOperand(const Operand &operand)
{
    const QStringList choices = operand.choices();
    QString action = u" "_s;
    if (!choices.isEmpty())
        action = u'(' + choices.join(u' ') + u')';
    else if (takesPath(operand.kind))
        action = u"_files"_s;
    else if (operand.kind == OperandKind::Folder)
        action = u"_files -/"_s;
    QString name = operand.form();
    name.remove(u'[').remove(u']');
    return quoted((operand.isOptional ? u"::"_s : u":"_s) + name + u':' + action);
}

QString zsh()
{
    QString verbs;
    QString cases;
    for (const VerbInfo &verb : commandVerbs()) {
        verbs += u"        %1\n"_s.arg(quoted(zshText(QLatin1String(verb.name)) + u':' +
                                              zshText(CommandLine::tr(verb.summary))));
        QString lines = zshOptions(verb.options);
        for (const Operand &operand : verb.operands)
            lines += u" \\\n            "_s + zshOperand(operand);
        cases += u"        (%1) _arguments -s %2;;\n"_s.arg(patternOf(verb), lines);
    }
    return uR"(#compdef sluice
# zsh completion of sluice, made by: sluice completion zsh
_sluice() {
    local curcontext=$curcontext state line
    local -a commands
    commands=(
%1    )
    # The command may stand behind options.
    _arguments -s -C %2 \
            ':command:->command' '*::operand:->operands' && return
    case $state in
    (command) _describe -t commands command commands;;
    (operands)
        case $words[1] in
%3        esac;;
    esac
}

if [ "$funcstack[1]" = _sluice ]; then
    _sluice "$@"
else
    compdef _sluice sluice
fi
)"_s.arg(verbs, zshOptions(windowOptions | commonOptions), cases);
}

// Describes an option as fish wants it.
QString fishOption(const OptionInfo &option)
{
    QString text;
    if (*option.letters != '\0')
        text += u" -s "_s + QLatin1Char(*option.letters);
    text +=
        u" -l "_s + QLatin1String(option.name) + u" -d "_s + quoted(CommandLine::tr(option.help));
    const QStringList choices = option.choiceList();
    if (!choices.isEmpty())
        return text + u" -x -a "_s + quoted(choices.join(u' '));
    if (option.id == OptionId::Screenshot)
        return text + u" -r -F"_s;
    return option.takesValue() ? text + u" -x"_s : text;
}

// Returns a line that completes something where the condition is true.
QString fishLine(const QString &condition, const QString &what)
{
    return u"complete -c sluice -n %1 %2\n"_s.arg(quoted(condition), what);
}

QString fishOperand(const VerbInfo &verb, size_t place)
{
    const Operand &operand = verb.operands[place];
    QStringList places = patternOf(verb).split(u'|');
    for (QString &each : places)
        each += u":%1"_s.arg(place);
    const QString condition = u"__sluice_is_at "_s + places.join(u' ');
    const QStringList choices = operand.choices();
    if (!choices.isEmpty())
        return fishLine(condition, u"-a "_s + quoted(choices.join(u' ')));
    if (takesPath(operand.kind))
        return fishLine(condition, u"-F"_s);
    return operand.kind == OperandKind::Folder
               ? fishLine(condition, u"-a '(__fish_complete_directories)'"_s)
               : QString();
}

QString fish()
{
    QString text = uR"(# fish completion of sluice, made by: sluice completion fish
# The command so far, and how many words follow it: "create:1".
function __sluice_place
    set -l command ''
    set -l count 0
    set -l skip no
    for word in (commandline -opc)[2..-1]
        if test $skip = yes
            set skip no
            continue
        end
        switch $word
            case %1
                set skip yes
            case '-*'
            case '*'
                if test -z "$command"
                    set command $word
                else
                    set count (math $count + 1)
                end
        end
    end
    echo "$command:$count"
end

function __sluice_is_at
    contains -- (__sluice_place) $argv
end

function __sluice_has
    contains -- (string replace -r ':.*' '' -- (__sluice_place)) $argv
end

complete -c sluice -f
)"_s.arg(optionsWithValue().replace(u'|', u' '));
    for (const VerbInfo &verb : commandVerbs()) {
        text += fishLine(
            u"__sluice_is_at :0"_s,
            u"-a %1 -d %2"_s.arg(QLatin1String(verb.name), quoted(CommandLine::tr(verb.summary))));
        for (size_t i = 0; i < verb.operands.size(); ++i)
            text += fishOperand(verb, i);
    }
    for (const OptionInfo &option : allOptions()) {
        const QString with = verbPattern([&option](const VerbInfo &verb) {
                                 return verb.options.contains(option.id);
                             }).replace(u'|', u' ');
        if (!with.isEmpty())
            text += fishLine(u"__sluice_has "_s + with, fishOption(option).mid(1));
        if ((windowOptions | commonOptions).contains(option.id))
            text += fishLine(u"__sluice_is_at :0"_s, fishOption(option).mid(1));
    }
    return text;
}

} // namespace

QString forShell(const QString &shell)
{
    if (shell == u"bash")
        return bash();
    if (shell == u"zsh")
        return zsh();
    return shell == u"fish" ? fish() : QString();
}

} // namespace Sluice::CompletionScript
