// SPDX-License-Identifier: Apache-2.0
// Review and save in the real window, with a second client that changes the pipeline meanwhile.
#include "models/api/endpoints.h"
#include "models/exchange/curl/curltext.h"
#include "models/form/sectionsmodel.h"
#include "tests/support/editorfixture.h"
#include "tests/support/forminput.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/testprogram.h"
#include "ui/theme/tokens.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

class TestEditorSave : public EditorTest
{
    Q_OBJECT

private:
    QJsonValue saved(const char *path)
    {
        return DefinitionPath(QString::fromLatin1(path).split(u'/'))
            .valueIn(m_stage->onServer(m_key));
    }

    QString counts() { return m_stage->find<QLabel>(u"reviewCounts"_s)->text(); }

    static QString focused()
    {
        const QWidget *focus = QApplication::focusWidget();
        return focus ? focus->objectName() : QString();
    }

    bool canSave() { return m_stage->find(u"reviewSave"_s)->isEnabled(); }

    // The ground of a former value, which the table has in other rows.
    static bool isCoveredByTheFormerValue(QWidget *choice)
    {
        const QImage image = choice->window()
                                 ->grab({choice->mapTo(choice->window(), QPoint()), choice->size()})
                                 .toImage();
        const QRgb ground = familyColors(Family::Problem, choice->palette()).bg.rgb();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixel(x, y) == ground)
                    return true;
            }
        }
        return false;
    }

private Q_SLOTS:

    // Who stops a running pipeline for a save wants to know before that it will be refused.
    void reviewNamesWhatLooksWrong()
    {
        m_stage->type(usernamePath, {});
        m_stage->type(databasePath, u"sales"_s);
        m_stage->review();
        QTRY_VERIFY(canSave());
        const QString said = m_stage->banner(u"reviewBanner"_s);
        QVERIFY2(said.contains(u"1 field looks wrong: Username"_s), qPrintable(said));
        m_stage->click(u"reviewBack"_s);
        QTRY_VERIFY(!m_stage->find(u"reviewDialog"_s));
    }

    // Whoever saves without leaving the field, or has changed the JSON, is told as well.
    void reviewNamesWhatWasNotLeft()
    {
        FormModel *form = m_stage->editor()->document()->form();
        QVERIFY(form->setValue(u"streamingSource.connection.port"_s, 99999));
        m_stage->review();
        QTRY_VERIFY(canSave());
        const QString said = m_stage->banner(u"reviewBanner"_s);
        QVERIFY2(said.contains(u"1 field looks wrong: Port"_s), qPrintable(said));
        m_stage->click(u"reviewBack"_s);
        QTRY_VERIFY(!m_stage->find(u"reviewDialog"_s));
    }

    // Also with a banner above them, and with the keys that lead through the JSON.
    void reviewShowsAllChangesAndLeadsThroughThem()
    {
        m_stage->type(usernamePath, {});
        m_stage->type(databasePath, u"sales"_s);
        m_stage->review();
        QTRY_VERIFY(canSave());
        const auto *table = m_stage->find<QTableView>(u"changesTable"_s);
        QCOMPARE(table->model()->rowCount(), 2);
        QTRY_VERIFY(table->viewport()->height() >= 2 * table->rowHeight(0));
        const auto *json = m_stage->find<QTableView>(u"jsonSidesTable"_s);
        m_stage->press(Qt::Key_F8);
        const int first = json->currentIndex().row();
        m_stage->press(Qt::Key_F8);
        QVERIFY(json->currentIndex().row() > first);
        m_stage->press(Qt::SHIFT | Qt::Key_F8);
        QCOMPARE(json->currentIndex().row(), first);
        m_stage->click(u"nextChange"_s);
        QVERIFY(json->currentIndex().row() > first);
        m_stage->click(u"reviewBack"_s);
        QTRY_VERIFY(!m_stage->find(u"reviewDialog"_s));
    }

    void whatMovedIsTakenOver()
    {
        m_stage->type(databasePath, u"sales"_s);
        m_stage->changeElsewhere(m_key, "streamingTarget/warehouse", u"LARGE"_s);
        m_stage->review();
        QTRY_VERIFY(canSave());
        QVERIFY(m_stage->banner(u"reviewBanner"_s).contains(u"taken over"_s));
        QCOMPARE(counts(), u"2 changes"_s);
        m_stage->click(u"reviewSave"_s);
        QTRY_VERIFY(!m_stage->find(u"reviewDialog"_s));
        QCOMPARE(saved("streamingTarget/warehouse"), QJsonValue(u"LARGE"_s));
        QCOMPARE(saved("streamingSource/connection/database"), QJsonValue(u"sales"_s));
        QVERIFY2(m_stage->footer().startsWith(u"No changes, saved"_s),
                 qPrintable(m_stage->footer()));
        QVERIFY(m_stage->banner(u"editorBanner"_s).isEmpty());
        QCOMPARE(m_stage->text(u"streamingTarget.warehouse"_s), u"LARGE"_s);
    }

    // What would be sent, the server's changes included.
    void copiesTheRequest()
    {
        m_stage->type(databasePath, u"sales"_s);
        m_stage->changeElsewhere(m_key, "streamingTarget/warehouse", u"LARGE"_s);
        m_stage->review();
        QTRY_VERIFY(canSave());
        QVERIFY(m_stage->find<QPushButton>(u"copyReviewed"_s));
        m_stage->click(u"copyReviewed"_s);
        const QByteArray body = QApplication::clipboard()->text().toUtf8();
        QVERIFY(body.contains("sales") && body.contains("LARGE"));
        auto *button = m_stage->find<QPushButton>(u"copyAsCurl"_s);
        QVERIFY(button);
        button->menu()->findChild<QAction *>(u"curlSave"_s)->trigger();
        QCOMPARE(QApplication::clipboard()->text(),
                 curlText(Endpoints::updatePipeline(m_key.project, m_key.pipeline, body),
                          m_stage->account->profile().baseUrl));
    }

    void aConflictWantsAChoice_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("host");
        QTest::newRow("mine") << u"chooseMine"_s << u"mine"_s;
        QTest::newRow("server") << u"chooseServer"_s << u"theirs"_s;
    }

    void aConflictWantsAChoice()
    {
        QFETCH(const QString, button);
        QFETCH(const QString, host);
        m_stage->type(hostPath, u"mine"_s);
        m_stage->type(databasePath, u"sales"_s);
        m_stage->changeElsewhere(m_key, "streamingSource/connection/host", u"theirs"_s);
        m_stage->review();
        QTRY_VERIFY(m_stage->find(button));
        QVERIFY(!canSave());
        QVERIFY(counts().contains(u"1 conflict"_s));
        QCOMPARE(focused(), u"chooseServer"_s); // nothing else helps
        QVERIFY(!isCoveredByTheFormerValue(m_stage->find(button)->parentWidget()));
        QCOMPARE(m_stage->find<QLabel>(u"reviewReason"_s)->text(), u"Solve 1 conflict to save"_s);
        m_stage->click(button);
        QVERIFY(canSave());
        m_stage->click(u"reviewSave"_s);
        QTRY_VERIFY(!m_stage->find(u"reviewDialog"_s));
        QCOMPARE(saved("streamingSource/connection/host"), QJsonValue(host));
        QCOMPARE(saved("streamingSource/connection/database"), QJsonValue(u"sales"_s));
        QCOMPARE(m_stage->text(hostPath), host);
        QVERIFY2(m_stage->footer().startsWith(u"No changes, saved"_s),
                 qPrintable(m_stage->footer()));
    }

    void movedAgainBetweenReviewAndSave()
    {
        m_stage->type(hostPath, u"mine"_s);
        m_stage->review();
        QTRY_VERIFY(canSave());
        m_stage->changeElsewhere(m_key, "streamingSource/connection/host", u"theirs"_s);
        m_stage->click(u"reviewSave"_s);
        QTRY_VERIFY(m_stage->banner(u"reviewBanner"_s).contains(u"changed again"_s));
        QVERIFY(!canSave());
        QCOMPARE(saved("streamingSource/connection/host"), QJsonValue(u"theirs"_s));
        m_stage->click(u"chooseMine"_s);
        m_stage->click(u"reviewSave"_s);
        QTRY_VERIFY(!m_stage->find(u"reviewDialog"_s));
        QCOMPARE(saved("streamingSource/connection/host"), QJsonValue(u"mine"_s));
    }

    void backToEditingSendsNothing()
    {
        m_stage->type(hostPath, u"mine"_s);
        m_stage->review();
        QTRY_VERIFY(canSave());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!m_stage->find(u"reviewDialog"_s));
        QVERIFY(m_stage->footer().startsWith(u"1 change"_s));
        QCOMPARE(saved("streamingSource/connection/host"), QJsonValue(u"sqlserver.my-org.com"_s));
        m_stage->save();
        QCOMPARE(saved("streamingSource/connection/host"), QJsonValue(u"mine"_s));
    }

    void refusalsComeToTheFields()
    {
        m_stage->type(usernamePath, {});
        m_stage->type(u"streamingTarget.warehouse"_s, {});
        m_stage->save();
        QTRY_VERIFY(m_stage->find(u"problemsPanel"_s));
        const QString told = m_stage->banner(u"refusalBanner"_s);
        QVERIFY2(told.contains(u"2 of 2 problems"_s), qPrintable(told));
        QCOMPARE(m_stage->find<QTableView>(u"problemsTable"_s)->model()->rowCount(), 2);
        const QIcon mark = m_stage->find<QTabWidget>(u"editorTabs"_s)->tabIcon(1);
        const QColor red = familyColors(Family::Problem, QGuiApplication::palette()).solid;
        const QImage picture = mark.pixmap(64).toImage();
        QCOMPARE(picture.pixelColor(picture.width() / 2, picture.height() * 3 / 8), red);
        m_stage->activate();
        QTRY_COMPARE(focused(), usernamePath);
        const auto section = [this] {
            return m_stage->find<QListView>(u"sectionList"_s)->currentIndex().row();
        };
        QCOMPARE(section(), SectionsModel::rowOf(Section::SourceConnection));
        m_stage->press(QKeySequence(Qt::Key_F8));
        QCOMPARE(focused(), u"streamingTarget.warehouse"_s);
        QCOMPARE(section(), SectionsModel::rowOf(Section::TargetSettings));
        m_stage->press(QKeySequence(Qt::Key_F8)); // round
        QCOMPARE(focused(), usernamePath);
        QCOMPARE(section(), SectionsModel::rowOf(Section::SourceConnection));
        m_stage->press(QKeySequence(Qt::SHIFT | Qt::Key_F8));
        QCOMPARE(focused(), u"streamingTarget.warehouse"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"WH"_s);
        QVERIFY(m_stage->banner(u"refusalBanner"_s).contains(u"1 of 2 fixed"_s));
        m_stage->type(usernamePath, u"me"_s);
        QVERIFY(m_stage->banner(u"refusalBanner"_s).contains(u"Save to check again"_s));
        QVERIFY(!m_stage->find(u"problemsPanel"_s));
        m_stage->save();
        QVERIFY(m_stage->banner(u"refusalBanner"_s).isEmpty());
        QCOMPARE(saved("streamingSource/connection/username"), QJsonValue(u"me"_s));
    }

    void deletedMeanwhileIsCreatedAgain()
    {
        m_stage->type(databasePath, u"sales"_s);
        m_stage->f.fleet()->setPolling(false); // the save finds it out, not a check
        m_stage->deleteElsewhere(m_key);
        QVERIFY(m_stage->f.trigger(u"saveAction"_s));
        QTRY_VERIFY(m_stage->banner(u"editorBanner"_s).contains(u"deleted meanwhile"_s));
        QTRY_VERIFY(!m_stage->find(u"reviewDialog"_s));
        QVERIFY(!m_stage->find(u"reviewAndSave"_s)->isEnabled());
        m_stage->click(u"createAgain"_s);
        QTRY_VERIFY(m_stage->editor() && m_stage->editor()->key() != m_key);
        QVERIFY(m_stage->banner(u"editorBanner"_s).isEmpty());
        QCOMPARE(m_stage->page()->openKeys().size(), 1);
        m_key = m_stage->editor()->key();
        QCOMPARE(saved("streamingSource/connection/database"), QJsonValue(u"sales"_s));
        QCOMPARE(m_stage->footer(), u"No changes"_s);
    }

    void deletedMeanwhileIsDiscarded()
    {
        m_stage->type(databasePath, u"sales"_s);
        m_stage->deleteElsewhere(m_key);
        m_stage->f.fleet()->refreshAll();
        QTRY_VERIFY(m_stage->banner(u"editorBanner"_s).contains(u"deleted meanwhile"_s));
        m_stage->click(u"discardGone"_s);
        QTRY_VERIFY(m_stage->page()->openKeys().isEmpty());
        QVERIFY(m_stage->f.table()->isVisible());
    }

    void deletedWithoutEditsCloses()
    {
        m_stage->deleteElsewhere(m_key);
        m_stage->f.fleet()->refreshAll();
        QTRY_VERIFY(m_stage->page()->openKeys().isEmpty());
    }

    void aDisconnectedAccountIsNoDeletion()
    {
        m_stage->type(databasePath, u"sales"_s);
        m_stage->f.fleet()->removeAccount(m_stage->account->id());
        QTRY_VERIFY(m_stage->page()->openKeys().isEmpty());
        std::optional<QList<Draft>> drafts;
        m_stage->f.store()->drafts()->all(
            this, [&](const StoreResult<QList<Draft>> &all) { drafts = *all; });
        QTRY_VERIFY(drafts);
        QCOMPARE(drafts->size(), 1); // the edits are kept
    }
};

SLUICE_TEST(TestEditorSave, Widgets)
#include "tst_editorsave.moc"
