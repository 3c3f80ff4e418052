// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/console.h"

#include "app/commandline/words.h"

#include <QFile>

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Sluice::Console {

namespace {

void writeLine(FILE *file, QByteArray text)
{
    if (!text.endsWith('\n'))
        text += '\n';
    std::fwrite(text.constData(), 1, size_t(text.size()), file);
    std::fflush(file);
}

// The server's words must not move the cursor or colour the terminal. Line ends stay.
QString printable(QString text)
{
    for (QChar &character : text) {
        if (!character.isPrint() && !character.isSurrogate() && character != u'\n')
            character = QChar(u'\uFFFD');
    }
    return text;
}

QString onOneLine(QString text)
{
    return text.replace(u'\n', u' ');
}

ExitCode exitCode(ApiError::Kind kind)
{
    switch (kind) {
    case ApiError::Kind::Unauthorized:
    case ApiError::Kind::Forbidden: return ExitCode::NotAllowed;
    case ApiError::Kind::OutcomeUnknown: return ExitCode::OutcomeUnknown;
    case ApiError::Kind::Network:
    case ApiError::Kind::Timeout:
    case ApiError::Kind::Cancelled:
    case ApiError::Kind::Tls:
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

void print(const QString &text)
{
    writeLine(stdout, printable(text).toUtf8());
}

void printBytes(const QByteArray &text)
{
    writeLine(stdout, text);
}

void complain(const QString &text)
{
    writeLine(stderr, printable(text).toUtf8());
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
    const QByteArray text = printable(question).toUtf8() + " [y/N] ";
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
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), row.size()), 0);
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row.at(i).size());
    }
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += onOneLine(row.at(i)).leftJustified(widths.at(i) + 2);
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
    return exitCode(error.kind);
}

} // namespace Sluice::Console
