// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/json/jsontext.h"
#include "models/store/localstore.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>
#include <optional>

namespace Sluice::Test {

// The answer to a question to the store. Default constructed when no answer comes, or it could not
// be read.
template <typename Answer, typename Ask>
Answer answerTo(Ask ask)
{
    QObject context;
    std::optional<Answer> answer;
    ask(&context, [&answer](const auto &given) {
        if constexpr (std::is_same_v<std::decay_t<decltype(given)>, StoreResult<Answer>>)
            answer = given ? *given : Answer();
        else
            answer = given;
    });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 10000))
        qWarning("The store gave no answer.");
    return answer.value_or(Answer());
}

// A store in its own folder that can be closed and opened again.
class StoreFixture
{
public:
    StoreFixture() { open(); }

    void open(const StoreSettings &settings = {})
    {
        store.reset(); // first finishes the last writes of the former one
        store = std::make_unique<LocalStore>(path(), settings);
    }

    QString path() const { return folder.filePath(QStringLiteral("history.db")); }

    // Waits until all earlier work is done. True when a write succeeds after it.
    bool settle()
    {
        return answerTo<bool>([this](QObject *context, const std::function<void(bool)> &done) {
            store->database()->write([](Sql &) {}, context, done);
        });
    }

    QVariant value(const QString &statement)
    {
        return answerTo<QVariant>(
            [&](QObject *context, const std::function<void(const StoreResult<QVariant> &)> &got) {
                store->database()->read([statement](Sql &sql) { return sql.value(statement); },
                                        context, got);
            });
    }

    // The bytes of all files of the store.
    QByteArray bytes() const
    {
        QByteArray all;
        const QFileInfoList files = QDir(folder.path()).entryInfoList(QDir::Files);
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }

    QTemporaryDir folder;
    std::unique_ptr<LocalStore> store;
};

inline QJsonObject pipeline(const QString &id, const QString &name, int tableCount = 1)
{
    QJsonArray tables;
    for (int table = 0; table < tableCount; ++table)
        tables.append(QJsonObject{{QStringLiteral("schema"), QStringLiteral("dbo")},
                                  {QStringLiteral("table"), QStringLiteral("t%1").arg(table)}});
    return {{QStringLiteral("streamingPipelineId"), id},
            {QStringLiteral("name"), name},
            {QStringLiteral("unknownToSluice"),
             readJson("[1,null,2.5,1.0,23958446825181076828]").array()},
            {QStringLiteral("streamingSource"),
             QJsonObject{{QStringLiteral("type"), QStringLiteral("sqlserver")},
                         {QStringLiteral("tables"), tables}}}};
}

} // namespace Sluice::Test
