// SPDX-License-Identifier: Apache-2.0
#include "tests/support/storefixture.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;

class TestTemplates : public QObject
{
    Q_OBJECT

private:
    using Outcome = TemplateStore::Outcome;
    using IfTaken = TemplateStore::IfTaken;

    std::unique_ptr<StoreFixture> m_fixture;

    TemplateStore *templates() { return m_fixture->store->templates(); }

    Outcome save(const QString &name, const QJsonObject &definition,
                 IfTaken ifTaken = IfTaken::Refuse)
    {
        return answerTo<Outcome>([&](QObject *context, auto done) {
            templates()->save(name, definition, ifTaken, context, done);
        });
    }

    Outcome rename(const QString &id, const QString &name)
    {
        return answerTo<Outcome>(
            [&](QObject *context, auto done) { templates()->rename(id, name, context, done); });
    }

    QList<PipelineTemplate> list()
    {
        return answerTo<QList<PipelineTemplate>>(
            [this](QObject *context, auto got) { templates()->list(context, got); });
    }

private Q_SLOTS:

    void init() { m_fixture = std::make_unique<StoreFixture>(); }

    void cleanup() { m_fixture.reset(); }

    void comesBackWithoutThePipelinesId()
    {
        QCOMPARE(save(u" Orders  to Snowflake "_s, pipeline(u"x"_s, u"orders"_s)), Outcome::Done);
        m_fixture->open();
        const QList<PipelineTemplate> found = list();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].name, u"Orders to Snowflake"_s);
        QVERIFY(found[0].saved.isValid());
        QJsonObject expected = pipeline(u"x"_s, u"orders"_s);
        expected.remove(u"streamingPipelineId"_s);
        QCOMPARE(found[0].definition, expected);
    }

    void namesAreUnique()
    {
        QSignalSpy changed(templates(), &TemplateStore::changed);
        QCOMPARE(save(u"Äpfel"_s, {}), Outcome::Done);
        QCOMPARE(save(u"  äPFEL "_s, {}), Outcome::NameTaken);
        QCOMPARE(save(u"  "_s, {}), Outcome::NoName);
        QCOMPARE(changed.size(), 1);
        const QString id = list().value(0).id;
        QCOMPARE(save(u"ÄPFEL"_s, {{u"a"_s, 1}}, IfTaken::Replace), Outcome::Done);
        QCOMPARE(list().size(), 1);
        QCOMPARE(list().value(0).id, id);
        QCOMPARE(list().value(0).definition.value(u"a"_s), 1);
    }

    void tellsWhatWasLeftOut()
    {
        QCOMPARE(save(u"a"_s, {{u"x"_s, QJsonObject{{u"passphrase"_s, u"p"_s}}}}), Outcome::Done);
        QCOMPARE(list().value(0).leftOut, (QList<DefinitionPath>{{u"x"_s, u"passphrase"_s}}));
    }

    void renames()
    {
        QCOMPARE(save(u"b"_s, {}), Outcome::Done);
        QCOMPARE(save(u"a"_s, {}), Outcome::Done);
        const QList<PipelineTemplate> sorted = list();
        QCOMPARE(sorted.value(0).name, u"a"_s);
        QCOMPARE(rename(sorted[0].id, u"B"_s), Outcome::NameTaken);
        QCOMPARE(rename(sorted[0].id, u"A"_s), Outcome::Done); // its own name in another case
        QCOMPARE(rename(sorted[0].id, QString()), Outcome::NoName);
        QCOMPARE(rename(u"none"_s, u"c"_s), Outcome::NotFound);
        QCOMPARE(list().value(0).name, u"A"_s);
    }

    void removes()
    {
        QCOMPARE(save(u"a"_s, {}), Outcome::Done);
        const QString id = list().value(0).id;
        const auto remove = [&] {
            return answerTo<Outcome>(
                [&](QObject *context, auto done) { templates()->remove(id, context, done); });
        };
        QCOMPARE(remove(), Outcome::Done);
        QCOMPARE(list().size(), 0);
        QCOMPARE(remove(), Outcome::NotFound);
    }

    void saysWhenItIsNotKept()
    {
        m_fixture->store->database()->close();
        QCOMPARE(save(u"a"_s, {}), Outcome::NotKept);
    }
};

SLUICE_TEST(TestTemplates, Core)
#include "tst_templates.moc"
