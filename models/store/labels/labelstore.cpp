// SPDX-License-Identifier: Apache-2.0
#include "models/store/labels/labelstore.h"

#include "models/store/database/storedatabase.h"
#include "models/store/database/storedvalues.h"

using namespace Qt::StringLiterals;

namespace Sluice {

void LabelStore::put(const Labels &labels)
{
    m_database->write([labels](Sql &sql) {
        for (auto [key, label] : labels.asKeyValueRange()) {
            const QVariantList place{StoredValue::text(key.account), StoredValue::text(key.project),
                                     StoredValue::text(key.pipeline)};
            if (label.isEmpty())
                sql.run(u"DELETE FROM label WHERE account = ? AND project = ? AND pipeline = ?"_s,
                        place);
            else
                sql.run(u"INSERT OR REPLACE INTO label (account, project, pipeline, pinned, tags, "
                        "note) VALUES (?, ?, ?, ?, ?, ?)"_s,
                        place + QVariantList{int(label.isPinned),
                                             StoredValue::text(label.tags.join(u'\n')),
                                             StoredValue::text(label.note)});
        }
    });
}

void LabelStore::removeAccount(const QString &account)
{
    m_database->write([account](Sql &sql) {
        sql.run(u"DELETE FROM label WHERE account = ?"_s, {StoredValue::text(account)});
    });
}

void LabelStore::all(QObject *context, std::function<void(const StoreResult<Labels> &)> got) const
{
    m_database->read(
        [](Sql &sql) {
            Labels labels;
            const QList<Sql::Row> rows =
                sql.rows(u"SELECT account, project, pipeline, pinned, tags, note FROM label"_s, {});
            for (const Sql::Row &row : rows) {
                PipelineLabel label{row[3].toInt() != 0, {}, row[5].toString()};
                const QStringList tags = row[4].toString().split(u'\n', Qt::SkipEmptyParts);
                for (const QString &tag : tags)
                    label.addTag(tag);
                labels.insert({row[0].toString(), row[1].toString(), row[2].toString()}, label);
            }
            return labels;
        },
        context, std::move(got));
}

} // namespace Sluice
