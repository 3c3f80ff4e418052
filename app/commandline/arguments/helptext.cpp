// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/arguments/helptext.h"

#include "app/commandline/arguments/commandline.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice::HelpText {

namespace {

constexpr qsizetype lineWidth = 80;

struct HelpRow {
    QString form;
    QString text;
};

// Breaks paragraphs into lines that fit a terminal, and indents them by the margin.
QString wrapped(const QString &text, qsizetype margin)
{
    const QString start(margin, u' ');
    QString all;
    const QStringList paragraphs = text.split(u'\n');
    for (const QString &paragraph : paragraphs) {
        QString line = start;
        const QStringList words = paragraph.split(u' ', Qt::SkipEmptyParts);
        for (const QString &word : words) {
            if (line.size() > margin && line.size() + word.size() >= lineWidth) {
                all += line.trimmed().prepend(start) + u'\n';
                line = start;
            }
            line += word + u' ';
        }
        all += words.isEmpty() ? u"\n"_s : line.trimmed().prepend(start) + u'\n';
    }
    return all;
}

// Prints a heading and two columns below it.
QString section(const QString &heading, const QList<HelpRow> &rows)
{
    qsizetype width = 0;
    for (const HelpRow &row : rows)
        width = std::max(width, row.form.size());
    QString text = u'\n' + heading + u'\n';
    for (const HelpRow &row : rows) {
        const QString lines = wrapped(row.text, width + 4);
        text += u"  "_s + row.form.leftJustified(width + 2) + lines.mid(width + 4);
    }
    return text;
}

QString optionSection(const QString &heading, OptionSet set)
{
    QList<HelpRow> rows;
    for (const OptionInfo &option : allOptions()) {
        if (!set.contains(option.id))
            continue;
        const QString form = option.form();
        // Indents options without a letter, so that all long names are in one column.
        rows.append(
            {form.startsWith(u"--") ? u"    "_s + form : form, CommandLine::tr(option.help)});
    }
    return section(heading, rows);
}

QString verbForm(const VerbInfo &verb)
{
    return (QLatin1String(verb.name) + u' ' + verb.operandForm()).trimmed();
}

QString verbSection(const QString &heading, VerbGroup group)
{
    QList<HelpRow> rows;
    for (const VerbInfo &row : commandVerbs()) {
        if (row.group == group)
            rows.append({verbForm(row), CommandLine::tr(row.summary)});
    }
    return section(heading, rows);
}

QString exitCodes()
{
    return section(CommandLine::tr("Exit codes:"),
                   {{u"0"_s, CommandLine::tr("done")},
                    {u"1"_s, CommandLine::tr("the server or the network refused, or the output "
                                             "could not be written")},
                    {u"2"_s, CommandLine::tr("wrong usage")},
                    {u"3"_s, CommandLine::tr("not signed in or not allowed")},
                    {u"4"_s, CommandLine::tr("it is not known whether it was done")},
                    {u"5"_s, CommandLine::tr("diff found differences")},
                    {u"6"_s, CommandLine::tr("secrets --check has findings")},
                    {u"7"_s, CommandLine::tr("the pipeline was not in the state in time (wait, "
                                             "--wait)")}});
}

} // namespace

QString overview()
{
    constexpr OptionSet shared =
        commonOptions | placeOptions | OptionSet{OptionId::Output, OptionId::Json};
    return CommandLine::tr("Sluice shows and manages Maia streaming pipelines.") + u"\n\n"_s +
           section(CommandLine::tr("Usage:"),
                   {{u"sluice [options]"_s, CommandLine::tr("opens the window")},
                    {u"sluice COMMAND [options]"_s, CommandLine::tr("needs no display")},
                    {u"sluice help COMMAND"_s,
                     CommandLine::tr("tells more of a command, with examples")}})
               .trimmed() +
           u'\n' + verbSection(CommandLine::tr("Look:"), VerbGroup::Look) +
           verbSection(CommandLine::tr("Change:"), VerbGroup::Change) +
           verbSection(CommandLine::tr("Files:"), VerbGroup::Files) +
           verbSection(CommandLine::tr("Other:"), VerbGroup::Other) +
           optionSection(CommandLine::tr("Options of nearly all commands:"), shared) +
           optionSection(CommandLine::tr("Options of the window:"), windowOptions.without(shared)) +
           u'\n' +
           wrapped(
               CommandLine::tr(
                   "PROJECT and PIPELINE take an id or a name that is unique. The window takes "
                   "--region, --url, --token-url and --timeout, too, and the options of Qt "
                   "(-style, -platform, -reverse, -session and others).\n\n"
                   "Credentials come from the environment only: MAIA_TOKEN, or MAIA_CLIENT_ID and "
                   "MAIA_CLIENT_SECRET; optionally MAIA_ACCOUNT_ID. They hold no quotes around "
                   "them. MAIA_REGION, or MAIA_URL with MAIA_TOKEN_URL, says where to when a "
                   "command does not.\n\n"
                   "A write whose answer is missing or makes no sense is never sent a second time: "
                   "the program looks at the server and says what it found; what stays unknown is "
                   "exit code 4.\n\n"
                   "When the server asks to wait, that is said on stderr at once; the command ends "
                   "when that would take longer than --timeout.\n\n"
                   "With --output json or yaml an error is a JSON object on stderr: kind, message, "
                   "violations (path, message), requestId, outcome (not_done, done, unknown), "
                   "exitCode. Notes are objects of the kind \"note\"; --quiet leaves them out."),
               0) +
           exitCodes();
}

QString of(const VerbInfo &verb)
{
    QString text = CommandLine::tr(verb.summary) + u"\n\n"_s + CommandLine::tr("Usage:") +
                   u"\n  sluice "_s + verbForm(verb) + u' ' + CommandLine::tr("[options]") + u'\n';
    if (*verb.alias != '\0')
        text += u"  "_s + CommandLine::tr("Or: sluice %1").arg(QLatin1String(verb.alias)) + u'\n';
    if (*verb.details != '\0')
        text += u'\n' + wrapped(CommandLine::tr(verb.details), 0);
    text += optionSection(CommandLine::tr("Options:"), verb.options);
    text += u'\n' + CommandLine::tr("Examples:") + u'\n';
    const QStringList examples = QString::fromLatin1(verb.examples).split(u'\n');
    for (const QString &example : examples)
        text += u"  sluice "_s + example + u'\n';
    if (verb.needsServer())
        text += u'\n' + CommandLine::tr("Credentials and exit codes: sluice help") + u'\n';
    return text;
}

QString pointer(const VerbInfo *verb)
{
    return verb ? u"sluice help "_s + QLatin1String(verb->name) : u"sluice help"_s;
}

} // namespace Sluice::HelpText
