// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/output/console.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/output/interruption.h"
#include "app/commandline/output/yamltext.h"
#include "models/json/jsonwriter.h"
#include "models/support/hiddencharacters.h"

#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Sluice::Console {

namespace {

// The error of stdout; 0: none. Nothing is printed after an error, so that no text has gaps.
int outputFault = 0;

// The way in which this run prints.
struct Manner {
    OutputFormat format = OutputFormat::Table;
    bool isForPrograms = false;
    bool isQuiet = false;
    bool hasColors = false;      // stdout
    bool hasErrorColors = false; // stderr
};

Manner manner;

bool isTerminal(FILE *file)
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(file)) != 0;
#else
    return isatty(fileno(file)) != 0;
#endif
}

bool mayColor(const QString &when, FILE *file)
{
    if (when == u"always" || when == u"never")
        return when == u"always";
    return isTerminal(file) && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
}

bool writeLine(FILE *file, QByteArray text)
{
    if (!text.endsWith('\n'))
        text += '\n';
    return std::fwrite(text.constData(), 1, size_t(text.size()), file) == size_t(text.size()) &&
           std::fflush(file) == 0;
}

void writeOut(const QByteArray &text)
{
    if (outputFault == 0 && !writeLine(stdout, text))
        outputFault = errno == 0 ? EIO : errno;
}

// Colours each line by itself, so that a pager can show them one by one.
QByteArray shownLines(const QString &text, Tone tone, bool hasColors)
{
    QByteArray shown = shownText(text).toUtf8();
    if (!hasColors)
        return shown;
    QByteArrayList lines = shown.split('\n');
    for (QByteArray &line : lines)
        line = toned(line, tone);
    return lines.join('\n');
}

// Outside of texts JSON holds no hidden characters except line ends and tabs.
QByteArray shownJson(const QJsonValue &value, JsonWriter::Form form = JsonWriter::Form::Indented)
{
    const QByteArray json = JsonWriter(form).text(value);
    return replacedHidden(QString::fromUtf8(json),
                          [](char32_t character, QStringView asItIs) {
                              if (character == U'\n' || character == U'\t')
                                  return asItIs.toString();
                              QString units;
                              for (const QChar unit : asItIs)
                                  units += u"\\u%1"_s.arg(uint(unit.unicode()), 4, 16, QChar(u'0'));
                              return units;
                          })
        .toUtf8();
}

void sayOnStderr(const QString &text, const QString &kind, Tone tone)
{
    if (manner.isForPrograms)
        writeLine(stderr, shownJson(QJsonObject{{u"kind"_s, kind}, {u"message"_s, text}}));
    else
        writeLine(stderr, shownLines(text, tone, manner.hasErrorColors));
}

} // namespace

void prepare()
{
#ifndef Q_OS_WIN
    // A write to a pipe without a reader then fails instead.
    std::signal(SIGPIPE, SIG_IGN);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) >= 0 || errno != EBADF)
            continue;
        if (stream == STDOUT_FILENO)
            outputFault = EBADF;
        const int nowhere = ::open("/dev/null", O_RDWR);
        if (nowhere >= 0 && nowhere != stream) {
            ::dup2(nowhere, stream);
            ::close(nowhere);
        }
    }
#endif
}

void use(const Arguments &arguments)
{
    const QString when = arguments.value(OptionId::Color);
    manner.format = arguments.format;
    manner.isForPrograms = arguments.isForPrograms();
    manner.isQuiet = arguments.isSet(OptionId::Quiet);
    manner.hasColors = mayColor(when, stdout);
    manner.hasErrorColors = mayColor(when, stderr);
}

void print(const QString &text, Tone tone)
{
    writeOut(shownLines(text, tone, manner.hasColors));
}

void printValue(const QJsonValue &value)
{
    writeOut(manner.format == OutputFormat::Yaml ? yamlText(value) : shownJson(value));
}

void printJsonLine(const QJsonValue &value)
{
    writeOut(shownJson(value, JsonWriter::Form::Compact));
}

void printTable(const QStringList &titles, const QList<QStringList> &rows)
{
    QList<QStringList> shown;
    if (!titles.isEmpty())
        shown += titles;
    QList<qsizetype> widths(titles.size());
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells += shownText(onOneLine(cell));
        shown += cells;
    }
    for (const QStringList &row : std::as_const(shown)) {
        widths.resize(std::max(widths.size(), row.size()), 0);
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row.at(i).size());
    }
    const qsizetype stateColumn = titles.indexOf(u"STATUS"_s);
    bool isTitle = !titles.isEmpty();
    for (const QStringList &row : std::as_const(shown)) {
        qsizetype last = row.size();
        while (last > 0 && row.at(last - 1).isEmpty())
            --last;
        QByteArray line;
        for (qsizetype i = 0; i < last; ++i) {
            const QString &cell = row.at(i);
            const Tone tone = isTitle            ? Tone::Heading
                              : i == stateColumn ? toneOfState(cell)
                                                 : Tone::Plain;
            line += manner.hasColors ? toned(cell.toUtf8(), tone) : cell.toUtf8();
            if (i + 1 < last)
                line += QByteArray(widths.at(i) + 2 - cell.size(), ' ');
        }
        writeOut(line);
        isTitle = false;
    }
}

void printDone(const QString &text)
{
    if (manner.isQuiet)
        return;
    print(text);
    if (outputFault != 0)
        sayOnStderr(text, u"note"_s, Tone::Plain);
}

void note(const QString &text)
{
    if (!manner.isQuiet)
        sayOnStderr(text, u"note"_s, Tone::Plain);
}

void warn(const QString &text)
{
    sayOnStderr(text, u"warning"_s, Tone::Busy);
}

ExitCode fail(const Failure &failure)
{
    if (manner.isForPrograms)
        writeLine(stderr, shownJson(failure.json()));
    else if (const QString text = failure.text(); !text.isEmpty())
        writeLine(stderr, shownLines(text, Tone::Bad, manner.hasErrorColors));
    return failure.code;
}

ExitCode fail(const ApiError &error)
{
    return fail(Failure(error));
}

ExitCode finish(ExitCode code)
{
    if (outputFault == 0)
        return code;
    const bool isGood =
        code == ExitCode::Done || code == ExitCode::Different || code == ExitCode::Findings;
    Failure failure(
        u"output"_s,
        CommandLine::tr("The output is not complete: %1.").arg(qt_error_string(outputFault)),
        isGood ? ExitCode::Refused : code);
    // The command itself was done; only the printing failed.
    failure.effect = isGood ? Effect::Happened : Effect::None;
    return fail(failure);
}

bool isOutputLost()
{
    return outputFault != 0;
}

QString onOneLine(QString text)
{
    return text.replace(u'\n', u' ');
}

bool isInputTerminal()
{
    return isTerminal(stdin);
}

bool ask(const QString &question)
{
    const Interruption::Deadly deadly;
    const QByteArray text = shownText(question).toUtf8() + " [y/N] ";
    std::fwrite(text.constData(), 1, size_t(text.size()), stderr);
    std::fflush(stderr);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return false;
    const QString answer = QString::fromUtf8(input.readLine()).trimmed().toLower();
    return answer == u"y" || answer == u"yes" || answer == CommandLine::tr("yes");
}

} // namespace Sluice::Console
