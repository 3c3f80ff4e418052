// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

// Compares the sandbox's schemas with the API description that they were made from.
class TestSandboxDescription : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheDescription();
};

namespace {

// The definition of that name in one of the two schema files.
QJsonObject definitionOf(const QString &name)
{
    for (const QString &resource :
         {u":/sandbox/pipeline.schema.json"_s, u":/sandbox/agent.schema.json"_s}) {
        QFile file(resource);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
        const QJsonValue definition = all.value("$defs"_L1).toObject().value(name);
        if (definition.isObject())
            return definition.toObject();
    }
    return {};
}

} // namespace

// Every list of required fields or of enum words in the description is also in the schemas.
void TestSandboxDescription::agreesWithTheDescription()
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/maia-openapi.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    const QString schemas = text.mid(text.indexOf(u"\n  schemas:\n"_s));
    static const QRegularExpression list(
        u"^    (\\w+):\\n(?:      .*\\n)*?      (required|enum): \\[(.*)\\]$"_s,
        QRegularExpression::MultilineOption);
    int compared = 0;
    for (auto match = list.globalMatch(schemas); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        const QJsonObject definition = definitionOf(found.captured(1));
        if (definition.isEmpty())
            continue; // the schema of an answer, not of a body
        QStringList words;
        const QJsonArray array = definition.value(found.captured(2)).toArray();
        for (const QJsonValue &word : array)
            words.append(word.toString());
        QStringList expected = found.captured(3).split(u", "_s);
        expected.sort();
        words.sort();
        QVERIFY2(words == expected, qPrintable(found.captured(1) + u' ' + words.join(u' ')));
        ++compared;
    }
    QVERIFY(compared >= 25);
}

SLUICE_TEST(TestSandboxDescription, Core)
#include "tst_sandboxdescription.moc"
