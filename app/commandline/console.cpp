// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/console.h"

#include "app/commandline/interruption.h"
#include "app/commandline/words.h"
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

// Why stdout did not take what was printed; 0: it did. Nothing is printed after a failure, so that
// no text has holes.
int outputFault = 0;

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

// Outside of its texts JSON has no such characters but line ends and tabs.
QString escaped(const QString &json)
{
    return replacedHidden(json, [](char32_t character, QStringView asItIs) {
        if (character == U'\n' || character == U'\t' || character == U'\r')
            return asItIs.toString();
        QString units;
        for (const QChar unit : asItIs)
            units += u"\\u%1"_s.arg(uint(unit.unicode()), 4, 16, QChar(u'0'));
        return units;
    });
}

ExitCode exitCode(const ApiError &error)
{
    if (error.isEffectUnknown())
        return ExitCode::OutcomeUnknown;
    switch (error.kind) {
    case ApiError::Kind::Unauthorized:
    case ApiError::Kind::Forbidden: return ExitCode::NotAllowed;
    case ApiError::Kind::Network:
    case ApiError::Kind::Timeout:
    case ApiError::Kind::Cancelled:
    case ApiError::Kind::Tls:
    case ApiError::Kind::NoAnswer:
    case ApiError::Kind::NotFound:
    case ApiError::Kind::Conflict:
    case ApiError::Kind::Rejected:
    case ApiError::Kind::RateLimited:
    case ApiError::Kind::Server:
    case ApiError::Kind::BadReply: return ExitCode::Refused;
    }
    return ExitCode::Refused;
}

} // namespace

void prepare()
{
#ifndef Q_OS_WIN
    // A reader that has left is told by the write itself.
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

void print(const QString &text)
{
    writeOut(shownText(text).toUtf8());
}

void printJson(const QByteArray &json)
{
    writeOut(escaped(QString::fromUtf8(json)).toUtf8());
}

void complain(const QString &text)
{
    writeLine(stderr, shownText(text).toUtf8());
}

void printDone(const QString &text)
{
    print(text);
    if (outputFault != 0)
        complain(text);
}

ExitCode finish(ExitCode code)
{
    if (outputFault == 0)
        return code;
    complain(CommandLine::tr("The output is not complete: %1.").arg(qt_error_string(outputFault)));
    switch (code) {
    case ExitCode::Done:
    case ExitCode::Different:
    case ExitCode::Findings: return ExitCode::Refused;
    default: return code;
    }
}

QString onOneLine(QString text)
{
    return text.replace(u'\n', u' ');
}

bool isInputTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stdin)) != 0;
#else
    return isatty(STDIN_FILENO) != 0;
#endif
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

void printTable(const QList<QStringList> &rows)
{
    QList<QStringList> shown;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells += shownText(onOneLine(cell));
        shown += cells;
    }
    QList<qsizetype> widths;
    for (const QStringList &row : std::as_const(shown)) {
        widths.resize(std::max(widths.size(), row.size()), 0);
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row.at(i).size());
    }
    for (const QStringList &row : std::as_const(shown)) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += row.at(i).leftJustified(widths.at(i) + 2);
        while (line.endsWith(u' '))
            line.chop(1);
        print(line);
    }
}

ExitCode report(const ApiError &error)
{
    for (const Violation &violation : error.violations) {
        const QString message = onOneLine(violation.message);
        complain(violation.field.isEmpty() ? message
                                           : onOneLine(violation.field) + u": "_s + message);
    }
    // Without a host it is our own finding, not the server's.
    complain(error.host.isEmpty() ? error.message
                                  : (error.summary() + u' ' + error.nextStep()).trimmed());
    return exitCode(error);
}

} // namespace Sluice::Console
