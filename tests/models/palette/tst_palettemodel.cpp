// SPDX-License-Identifier: Apache-2.0
#include "models/palette/palettemodel.h"
#include "tests/support/pipelinemodelfixture.h"
#include "tests/support/testprogram.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

class TestPaletteModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void sectionsHaveHeads();
    void theBestSectionIsFirst();
    void verbsAreDoneToPipelines();
    void whatCannotBeDoneSaysWhy();
    void unreachableAccountsAreTheReason();
    void recentOnesAreFirst();
    void recentsAreKept();
    void recentsOfAnAccountAreForgotten();
    void longSectionsAreCut();
    void oneSectionAlone();
    void foundLettersAreTold();
    void gonePipelinesStay();
    void rowsAreSpoken();

private:
    QStringList rows() const;
    int rowOf(const QString &text) const;
    QVariant at(const QString &text, int role) const;
    void load();

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<RecentChoices> m_recent;
    std::unique_ptr<PipelineModelFixture> m_pipelines;
    std::unique_ptr<PaletteModel> m;
    PaletteModel::Content m_content;
};

void TestPaletteModel::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_dir->filePath(u"s.ini"_s), QSettings::IniFormat);
    m_recent = std::make_unique<RecentChoices>(m_settings.get());
    m_pipelines = std::make_unique<PipelineModelFixture>();
    m_pipelines->model.setPipelines(u"acc"_s, u"PROD"_s, ordersProject(),
                                    {definition(u"1"_s, u"crm-sqlserver"_s),
                                     definition(u"2"_s, u"crm-mysql"_s),
                                     definition(u"3"_s, u"stock"_s)});
    m_pipelines->see(u"1"_s, u"STREAMING"_s);
    m_pipelines->see(u"2"_s, u"NOT_RUNNING"_s);
    m_pipelines->see(u"3"_s, u"STREAMING"_s);
    m_content = {};
    m_content.entries = {
        {.section = PaletteEntry::Section::Actions,
         .id = u"action/new"_s,
         .text = u"New pipeline"_s},
        {.section = PaletteEntry::Section::Actions,
         .id = u"action/stop"_s,
         .text = u"Stop…"_s,
         .reason = u"Select a pipeline first."_s},
        {.section = PaletteEntry::Section::Pages, .id = u"action/secrets"_s, .text = u"Secrets"_s},
        {.section = PaletteEntry::Section::Accounts, .id = u"account/acc"_s, .text = u"PROD"_s}};
    m_content.verbs = {{.id = u"start"_s,
                        .text = u"Start"_s,
                        .need = PaletteVerb::Need::Startable,
                        .needsAccount = true},
                       {.id = u"stop"_s,
                        .text = u"Stop"_s,
                        .need = PaletteVerb::Need::Stoppable,
                        .isAsking = true,
                        .needsAccount = true},
                       {.id = u"edit"_s, .text = u"Edit"_s}};
    m = std::make_unique<PaletteModel>(&m_pipelines->model, m_recent.get());
    load();
}

void TestPaletteModel::cleanup()
{
    m.reset();
    m_pipelines.reset();
    m_recent.reset();
    m_settings.reset();
}

void TestPaletteModel::load()
{
    m->load(m_content);
}

// Heads begin with "# ".
QStringList TestPaletteModel::rows() const
{
    QStringList rows;
    for (int row = 0; row < m->rowCount(); ++row)
        rows += (m->isHead(row) ? u"# "_s : QString()) + m->index(row, 0).data().toString();
    return rows;
}

int TestPaletteModel::rowOf(const QString &text) const
{
    return int(rows().indexOf(text));
}

QVariant TestPaletteModel::at(const QString &text, int role) const
{
    return m->index(rowOf(text), 0).data(role);
}

void TestPaletteModel::sectionsHaveHeads()
{
    QCOMPARE(rows(), (QStringList{u"# Actions"_s, u"New pipeline"_s, u"Stop…"_s, u"# Pipelines"_s,
                                  u"crm-mysql"_s, u"crm-sqlserver"_s, u"stock"_s, u"# Pages"_s,
                                  u"Secrets"_s, u"# Accounts"_s, u"PROD"_s}));
    QVERIFY(!m->index(0, 0).flags().testFlag(Qt::ItemIsSelectable));
    QVERIFY(m->index(1, 0).flags().testFlag(Qt::ItemIsSelectable));
    QCOMPARE(m->all(), 7);
    m->search(u"nothing like it"_s);
    QCOMPARE(m->rowCount(), 0);
    QCOMPARE(m->firstEntry(), -1);
}

void TestPaletteModel::theBestSectionIsFirst()
{
    m->search(u"crm"_s);
    QCOMPARE(rows().mid(0, 3), (QStringList{u"# Pipelines"_s, u"crm-mysql"_s, u"crm-sqlserver"_s}));
    m->search(u"secr"_s);
    QCOMPARE(rows().mid(0, 2), (QStringList{u"# Pages"_s, u"Secrets"_s}));
    m->search(u"crm prod"_s); // where it is
    QCOMPARE(m->found(), 2);
}

void TestPaletteModel::verbsAreDoneToPipelines()
{
    for (const QString &typed : {u"stop crm"_s, u"crm Stop"_s, u"sto crm"_s}) {
        m->search(typed);
        QCOMPARE(rows(),
                 (QStringList{u"# Actions"_s, u"Stop crm-mysql…"_s, u"Stop crm-sqlserver…"_s,
                              u"# Pipelines"_s, u"crm-mysql"_s, u"crm-sqlserver"_s}));
    }
    QCOMPARE(m->entry(2).verb, u"stop"_s);
    QCOMPARE(m->entry(2).key, key(u"1"_s));
    m->search(u"st stock"_s); // both verbs begin so
    QVERIFY(rowOf(u"Start stock"_s) > 0);
    QVERIFY(rowOf(u"Stop stock…"_s) > 0);
}

void TestPaletteModel::whatCannotBeDoneSaysWhy()
{
    QCOMPARE(at(u"Stop…"_s, PaletteModel::ReasonRole).toString(), u"Select a pipeline first."_s);
    m->search(u"stop crm"_s);
    QCOMPARE(at(u"Stop crm-mysql…"_s, PaletteModel::ReasonRole).toString(), u"Stopped already"_s);
    QCOMPARE(at(u"Stop crm-sqlserver…"_s, PaletteModel::ReasonRole).toString(), QString());
    m->search(u"start crm"_s);
    QCOMPARE(at(u"Start crm-mysql"_s, PaletteModel::ReasonRole).toString(), QString());
    QCOMPARE(at(u"Start crm-sqlserver"_s, PaletteModel::ReasonRole).toString(),
             u"Streaming already"_s);
    m_pipelines->model.setRequested(key(u"2"_s), PipelineCommand::Start);
    m->search(u"start mysql"_s);
    QCOMPARE(at(u"Start crm-mysql"_s, PaletteModel::ReasonRole).toString(), u"Start requested"_s);
}

void TestPaletteModel::unreachableAccountsAreTheReason()
{
    m_content.obstacle = [](const QString &account) {
        return account == u"acc"_s ? u"No answer."_s : QString();
    };
    load();
    m->search(u"stop crm-sql"_s);
    QCOMPARE(at(u"Stop crm-sqlserver…"_s, PaletteModel::ReasonRole).toString(), u"No answer."_s);
    m->search(u"edit crm-sql"_s); // needs no answer
    QCOMPARE(at(u"Edit crm-sqlserver"_s, PaletteModel::ReasonRole).toString(), QString());
}

void TestPaletteModel::recentOnesAreFirst()
{
    m_recent->add(u"action/stop"_s);
    m_recent->add(RecentChoices::idOf(u"open"_s, key(u"3"_s)));
    m_recent->add(RecentChoices::idOf(u"start"_s, key(u"2"_s)));
    load();
    QCOMPARE(rows().mid(0, 7),
             (QStringList{u"# Actions"_s, u"Start crm-mysql"_s, u"Stop…"_s, u"New pipeline"_s,
                          u"# Pipelines"_s, u"stock"_s, u"crm-mysql"_s}));
    QVERIFY(at(u"stock"_s, PaletteModel::RecentRole).toBool());
    QVERIFY(!at(u"crm-mysql"_s, PaletteModel::RecentRole).toBool());
    m_recent->add(RecentChoices::idOf(u"open"_s, key(u"1"_s)));
    load();
    m->search(u"crm"_s);
    QCOMPARE(rows().mid(0, 3), (QStringList{u"# Pipelines"_s, u"crm-sqlserver"_s, u"crm-mysql"_s}));
}

void TestPaletteModel::recentsAreKept()
{
    for (int i = 0; i < 25; ++i)
        m_recent->add(u"action/%1"_s.arg(i));
    m_recent->add(u"action/10"_s);
    const RecentChoices next(m_settings.get());
    QCOMPARE(next.ids().size(), RecentChoices::most);
    QCOMPARE(next.ids().mid(0, 3), (QStringList{u"action/10"_s, u"action/24"_s, u"action/23"_s}));
    QCOMPARE(next.ids().count(u"action/10"_s), 1);
}

void TestPaletteModel::recentsOfAnAccountAreForgotten()
{
    m_recent->add(RecentChoices::idOf(u"stop"_s, key(u"1"_s)));
    m_recent->add(RecentChoices::idOf(u"project"_s, u"acc"_s, u"p1"_s));
    m_recent->add(RecentChoices::idOf(u"account"_s, u"other"_s));
    m_recent->add(u"action/stop"_s);
    m_recent->forgetAccount(u"acc"_s);
    QCOMPARE(RecentChoices(m_settings.get()).ids(),
             (QStringList{u"action/stop"_s, u"account/other"_s}));
}

void TestPaletteModel::longSectionsAreCut()
{
    m_pipelines->fill(500);
    load();
    QCOMPARE(at(u"# Pipelines"_s, PaletteModel::DetailRole).toString(), u"6 of 500"_s);
    m->search(u"name"_s);
    QCOMPARE(at(u"# Pipelines"_s, PaletteModel::DetailRole).toString(), u"40 of 500"_s);
    QCOMPARE(m->found(), 500);
    QCOMPARE(m->rowCount(), 41);
    m->search(u"name00499"_s);
    QVERIFY(rowOf(u"name00499"_s) > 0);
}

void TestPaletteModel::oneSectionAlone()
{
    m->search(u"stop crm"_s);
    m->setOnly(PaletteEntry::Section::Pipelines);
    QCOMPARE(rows(), (QStringList{u"# Pipelines"_s, u"crm-mysql"_s, u"crm-sqlserver"_s}));
    m->search(u"stop crm-ser"_s); // stays
    QCOMPARE(rows(), (QStringList{u"# Pipelines"_s, u"crm-sqlserver"_s}));
    m->setOnly({});
    QCOMPARE(rows().constFirst(), u"# Actions"_s);
}

void TestPaletteModel::foundLettersAreTold()
{
    m->search(u"sto crm-s"_s);
    QCOMPARE(at(u"Stop crm-sqlserver…"_s, PaletteModel::PlacesRole).value<QList<int>>(),
             (QList<int>{0, 1, 2, 5, 6, 7, 8, 9}));
}

void TestPaletteModel::gonePipelinesStay()
{
    m_pipelines->model.removePipeline(key(u"1"_s));
    m->search(u"crm"_s);
    QCOMPARE(m->found(), 2);
    int gone = 0;
    for (int row = 1; row < m->rowCount(); ++row)
        gone += m->entry(row).reason == u"It is gone"_s ? 1 : 0;
    QCOMPARE(gone, 1);
}

void TestPaletteModel::rowsAreSpoken()
{
    m->search(u"stop crm"_s);
    QCOMPARE(at(u"Stop crm-mysql…"_s, Qt::AccessibleTextRole).toString(),
             u"Stop crm-mysql…, PROD › Orders, cannot be done: Stopped already"_s);
    QCOMPARE(at(u"crm-sqlserver"_s, Qt::AccessibleTextRole).toString(),
             u"crm-sqlserver, PROD › Orders, Streaming"_s);
}

SLUICE_TEST(TestPaletteModel, Core)
#include "tst_palettemodel.moc"
