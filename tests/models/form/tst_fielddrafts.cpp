// SPDX-License-Identifier: Apache-2.0
#include "models/form/fielddrafts.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

DefinitionPath fieldAt(const QString &text)
{
    return DefinitionPath::fromText(text);
}

} // namespace

// What is typed but no JSON yet: kept by path, and parked with its type.
class TestFieldDrafts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhetherSomethingChanged();
    void dropsAlongThePath();
    void parksByType();
};

void TestFieldDrafts::saysWhetherSomethingChanged()
{
    FieldDrafts drafts;
    QVERIFY(!drafts.set(fieldAt(u"a"_s), {}, {}));
    QVERIFY(drafts.set(fieldAt(u"a"_s), u"no name"_s, 1));
    QVERIFY(!drafts.set(fieldAt(u"a"_s), u"no name"_s, 1));
    QVERIFY(drafts.set(fieldAt(u"a"_s), u"no name"_s, 2));
    QCOMPARE(drafts.find(fieldAt(u"a"_s))->content, QJsonValue(2));
    QVERIFY(!drafts.find(fieldAt(u"b"_s)));
    const QJsonObject kept{{u"problem"_s, u"no name"_s}, {u"content"_s, 2}};
    QCOMPARE(drafts.toJson(), (QJsonObject{{u"a"_s, kept}}));
    QVERIFY(drafts.set(fieldAt(u"a"_s), {}, {}));
    QVERIFY(drafts.isEmpty());
}

void TestFieldDrafts::dropsAlongThePath()
{
    for (const QString &path : {u"a"_s, u"a.b"_s, u"a.b.c"_s}) {
        FieldDrafts drafts;
        drafts.set(fieldAt(u"a.b"_s), u"no name"_s, 1);
        drafts.set(fieldAt(u"ab"_s), u"no name"_s, 1);
        QVERIFY(drafts.drop(fieldAt(path)));
        QCOMPARE(drafts.paths(), QList<DefinitionPath>{fieldAt(u"ab"_s)});
        QVERIFY(!drafts.drop(fieldAt(path)));
    }
}

void TestFieldDrafts::parksByType()
{
    FieldDrafts drafts;
    drafts.set(fieldAt(u"source.map"_s), u"no name"_s, 1);
    drafts.set(fieldAt(u"name"_s), u"no name"_s, 1);
    QVERIFY(drafts.exchange(fieldAt(u"source"_s), u"one"_s, u"two"_s));
    QCOMPARE(drafts.paths(), QList<DefinitionPath>{fieldAt(u"name"_s)});
    drafts.set(fieldAt(u"source.map"_s), u"no value"_s, 2);
    drafts.exchange(fieldAt(u"source"_s), u"two"_s, u"one"_s);
    QCOMPARE(drafts.find(fieldAt(u"source.map"_s))->content, QJsonValue(1));
    drafts.clear();
    QVERIFY(!drafts.exchange(fieldAt(u"source"_s), u"one"_s, u"two"_s));
    QCOMPARE(drafts.find(fieldAt(u"source.map"_s))->content, QJsonValue(2));
}

SLUICE_TEST(TestFieldDrafts, None)
#include "tst_fielddrafts.moc"
