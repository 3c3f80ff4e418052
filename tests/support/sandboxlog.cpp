// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sandboxlog.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

QList<LoggedTransition> readSandboxLog(const QString &file)
{
    QList<LoggedTransition> log;
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        return log;
    const QList<QByteArray> lines = input.readAll().split('\n');
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        const QJsonObject line = QJsonDocument::fromJson(lines.at(i)).object();
        const auto text = [&](QLatin1String key) { return line.value(key).toString(); };
        log.append({QDateTime::fromString(text("time"_L1), Qt::ISODateWithMs).toMSecsSinceEpoch(),
                    text("project"_L1), text("pipeline"_L1), text("name"_L1), text("from"_L1),
                    text("to"_L1), text("cause"_L1)});
    }
    return log;
}

QHash<QString, QStringList> coursesIn(const QList<LoggedTransition> &log)
{
    QHash<QString, QStringList> courses;
    for (const LoggedTransition &each : log) {
        QStringList words{each.from, u"->"_s, each.to, each.cause};
        words.removeAll(QString());
        courses[each.pipeline].append(words.join(u' '));
    }
    return courses;
}

bool isInOrder(const QList<LoggedTransition> &log)
{
    return std::is_sorted(
        log.begin(), log.end(),
        [](const LoggedTransition &a, const LoggedTransition &b) { return a.at < b.at; });
}

bool isUnbroken(const QList<LoggedTransition> &log)
{
    QHash<QString, QString> states;
    return std::all_of(log.begin(), log.end(), [&](const LoggedTransition &each) {
        const bool follows = states.value(each.pipeline) == each.from && each.from != each.to;
        states.insert(each.pipeline, each.to);
        return follows;
    });
}

} // namespace Sluice::Test
