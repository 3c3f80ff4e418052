// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/exchangestage.h"

#include "models/json/jsontext.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

bool ExchangeStage::write(const QString &name, const QByteArray &text) const
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QByteArray ExchangeStage::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool ExchangeStage::create(const QJsonObject &definition) const
{
    return m_shell
               .run({u"create"_s, exchangeProject, u"-"_s, u"--allow-duplicate"_s},
                    jsonText(definition))
               .code == 0;
}

QJsonArray ExchangeStage::onServer() const
{
    return list(m_shell.run({u"pipelines"_s, exchangeProject, u"--json"_s}).out);
}

Run ExchangeStage::run(const QString &verb, const QStringList &more) const
{
    return m_shell.run(QStringList{verb, exchangeProject, m_folder.path()} + more);
}

QJsonObject definition(const QString &name, const QString &table)
{
    QJsonObject definition = *parseJsonObject(Shell::guideFile("create-request.json")).object;
    definition[u"name"] = name;
    QJsonObject source = definition[u"streamingSource"].toObject();
    source[u"tables"] = QJsonArray{QJsonObject{{u"schema"_s, u"dbo"_s}, {u"table"_s, table}}};
    definition[u"streamingSource"] = source;
    return definition;
}

QJsonArray list(const QByteArray &text)
{
    const ParsedDocument parsed = parseJson(text);
    return parsed.document ? parsed.document->array() : QJsonArray();
}

} // namespace Sluice::Test
