// SPDX-License-Identifier: Apache-2.0
// The grid of tables in the real window: find and replace, taking over, sorting and thinning, each
// as one step of the document's undo.
#include "tests/support/editorfixture.h"
#include "tests/support/forminput.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/testprogram.h"
#include "ui/form/fields/gridview.h"
#include "ui/widgets/noteline.h"
#include "ui/wizard/pipelinewizard.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

const QString path = u"streamingSource.tables"_s;

QJsonObject named(const QStringList &names)
{
    QJsonArray tables;
    for (const QString &name : names)
        tables.append(QJsonObject{{u"schema"_s, name.section(u'.', 0, 0)},
                                  {u"table"_s, name.section(u'.', 1)}});
    return with(guideDefinition(), "streamingSource/tables", tables);
}

QStringList namesIn(const QJsonObject &definition)
{
    QStringList names;
    const QJsonArray tables =
        DefinitionPath{u"streamingSource"_s, u"tables"_s}.valueIn(definition).toArray();
    for (const QJsonValue &table : tables)
        names.append(table[u"schema"_s].toString() + u'.' + table[u"table"_s].toString());
    return names;
}

} // namespace

class TestTablesGrid : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<EditorStage> m_stage;
    const QStringList m_names{u"dbo.orders"_s, u"dbo.order_items"_s, u"ord.lots"_s, u"app.x"_s};

    template <typename T = QWidget>
    T *part(const QString &name)
    {
        return m_stage->find<T>(path + name);
    }

    QStringList names() { return namesIn(m_stage->editor()->document()->mine()); }

    QString words(const QString &name)
    {
        const auto *label = part<QLabel>(name);
        return label ? label->text() : QString();
    }

    // The lines of warnings and errors within a part.
    QString notes(const QString &name)
    {
        QStringList texts;
        const QList<NoteLine *> lines = part(name)->findChildren<NoteLine *>();
        for (const NoteLine *line : lines) {
            if (line->isVisible())
                texts.append(line->text());
        }
        return texts.join(u'\n');
    }

    void openWith(const QStringList &names)
    {
        const PipelineKey key = m_stage->create(u"grid"_s, named(names));
        QVERIFY(key.isValid());
        m_stage->open(key);
        QVERIFY(part(u".grid"_s));
        FormInput::click(m_stage->editor(), path + u".grid"_s);
    }

    void press(const QKeySequence &keys) { m_stage->press(keys); }

    void typeHere(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    void oneStepBackTo(const QStringList &names)
    {
        press(QKeySequence::Undo);
        QCOMPARE(this->names(), names);
        QVERIFY(!m_stage->editor()->canUndo());
        press(QKeySequence::Redo);
        QVERIFY(this->names() != names);
    }

private Q_SLOTS:

    void init()
    {
        m_stage = std::make_unique<EditorStage>();
        QVERIFY(m_stage->isReady());
    }

    void cleanup() { m_stage.reset(); }

    void findsByKeyboardAlone()
    {
        openWith(m_names);
        auto *grid = part<GridView>(u".grid"_s);
        press(QKeySequence::Find);
        QVERIFY(m_stage->page()->isVisible()); // not the dashboard's filter
        QCOMPARE(QApplication::focusWidget(), part(u".search.words"_s));
        typeHere(u"ord"_s);
        QCOMPARE(words(u".search.found"_s), u"1 of 3"_s);
        QCOMPARE(grid->currentIndex().data().toString(), u"orders"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(words(u".search.found"_s), u"2 of 3"_s);
        press(QKeySequence::FindNext);
        QTRY_COMPARE(words(u".search.found"_s), u"3 of 3"_s);
        QCOMPARE(grid->currentIndex().data().toString(), u"ord"_s);
        press(Qt::SHIFT | Qt::Key_Return);
        QTRY_COMPARE(words(u".search.found"_s), u"2 of 3"_s);
        part<QComboBox>(u".search.column"_s)->setCurrentIndex(1); // schemas
        QTRY_COMPARE(words(u".search.found"_s), u"1 of 1"_s);
        part<QCheckBox>(u".search.case"_s)->setChecked(true);
        typeHere(u"X"_s);
        QTRY_COMPARE(words(u".search.found"_s), u"Not found"_s);

        press(Qt::Key_Escape);
        QVERIFY(!part(u".search"_s));
        QVERIFY(m_stage->editor()->isVisible());
        QCOMPARE(QApplication::focusWidget(), grid);
    }

    void replacesAllAsOneStep()
    {
        openWith(m_names);
        press(QKeySequence::Find);
        typeHere(u"ord"_s);
        part(u".search.by"_s)->setFocus();
        typeHere(u"ORD_"_s);
        m_stage->click(path + u".search.replaceAll"_s);
        const QStringList after{u"dbo.ORD_ers"_s, u"dbo.ORD_er_items"_s, u"ORD_.lots"_s,
                                u"app.x"_s};
        QCOMPARE(names(), after);
        QCOMPARE(words(u".search.found"_s), u"3 names replaced"_s);
        oneStepBackTo(m_names);
        QCOMPARE(names(), after);
    }

    void replacesOneByOne()
    {
        openWith(m_names);
        press(QKeySequence::Find);
        typeHere(u"order"_s);
        for (int stop = 0; stop < 10 && !part(u".search.by"_s)->hasFocus(); ++stop)
            press(Qt::Key_Tab);
        typeHere(u"sale"_s);
        press(Qt::Key_Return);
        QCOMPARE(names().constFirst(), u"dbo.sales"_s);
        QCOMPARE(names().at(1), u"dbo.order_items"_s);
        press(Qt::Key_Return);
        QCOMPARE(names().at(1), u"dbo.sale_items"_s);
        press(Qt::Key_Escape); // a line edit undoes its own words first
        press(QKeySequence::Undo);
        QCOMPARE(names().constFirst(), u"dbo.sales"_s);
        QCOMPARE(names().at(1), u"dbo.order_items"_s);
    }

    void refusesWhatWouldRepeatATable()
    {
        openWith({u"dbo.a"_s, u"dbo.b"_s, u"app.a"_s});
        press(QKeySequence::Find);
        typeHere(u"app"_s);
        part(u".search.by"_s)->setFocus();
        typeHere(u"dbo"_s);
        m_stage->click(path + u".search.replaceAll"_s);
        QVERIFY(notes(u".search"_s).contains(u"Nothing was replaced: “dbo.a” would be"_s));
        QCOMPARE(names(), (QStringList{u"dbo.a"_s, u"dbo.b"_s, u"app.a"_s}));
        QVERIFY(!m_stage->editor()->canUndo());

        part<QCheckBox>(u".search.pattern"_s)->setChecked(true);
        auto *find = part<QLineEdit>(u".search.words"_s);
        find->setFocus();
        find->selectAll();
        typeHere(u"(a"_s);
        QVERIFY(notes(u".search"_s).contains(u"pattern cannot be used"_s));
        QVERIFY(!part(u".search.replaceAll"_s)->isEnabled());
    }

    void removesSelectedRowsAsOneStep()
    {
        openWith(m_names);
        auto *grid = part<GridView>(u".grid"_s);
        grid->selectRow(0);
        grid->selectionModel()->select(grid->model()->index(2, 0),
                                       QItemSelectionModel::Select | QItemSelectionModel::Rows);
        press(Qt::Key_Delete);
        QCOMPARE(names(), (QStringList{u"dbo.order_items"_s, u"app.x"_s}));
        oneStepBackTo(m_names);
        press(QKeySequence::SelectAll);
        m_stage->click(path + u".remove"_s);
        QCOMPARE(names(), QStringList());
    }

    void sortsAndSaysWhatItMeans()
    {
        openWith(m_names);
        const auto *grid = part<GridView>(u".grid"_s);
        const QHeaderView *header = grid->horizontalHeader();
        const QPoint table(header->sectionViewportPosition(1) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, table);
        QCOMPARE(names(),
                 (QStringList{u"ord.lots"_s, u"dbo.order_items"_s, u"dbo.orders"_s, u"app.x"_s}));
        QVERIFY(words(u".report"_s).contains(u"does not count as a change"_s));
        QVERIFY(header->isSortIndicatorShown());
        QCOMPARE(m_stage->tabText(PipelineEditor::ChangesTab), u"&Changes"_s);
        oneStepBackTo(m_names);
        QVERIFY(!header->isSortIndicatorShown());
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, table);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, table);
        QCOMPARE(names().constFirst(), u"app.x"_s); // the other way round
    }

    void removesRepeatedTables()
    {
        openWith({u"dbo.a"_s, u"dbo.b"_s, u"dbo.a"_s, u"dbo.a"_s});
        QVERIFY(notes({}).contains(u"2 rows repeat a table above them."_s));
        m_stage->click(path + u".thin"_s);
        QCOMPARE(names(), (QStringList{u"dbo.a"_s, u"dbo.b"_s}));
        QVERIFY(!part(u".thin"_s));
        oneStepBackTo({u"dbo.a"_s, u"dbo.b"_s, u"dbo.a"_s, u"dbo.a"_s});
    }

    void copiesRowsForASheet()
    {
        openWith({u"dbo.a"_s, u"dbo.b"_s, u"dbo.\"c\""_s});
        press(QKeySequence::SelectAll);
        press(QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"dbo\ta\ndbo\tb\ndbo\t\"\"\"c\"\"\""_s);
        press(Qt::Key_Delete);
        press(QKeySequence::Paste);
        QCOMPARE(names(), (QStringList{u"dbo.a"_s, u"dbo.b"_s, u"dbo.\"c\""_s}));
    }

    void takesTablesFromAnotherPipeline()
    {
        QVERIFY(m_stage->create(u"sales"_s, named({u"dbo.a"_s, u"dbo.c"_s, u"dbo.d"_s})).isValid());
        QVERIFY(m_stage->create(u"other"_s, named({u"app.z"_s})).isValid());
        openWith({u"dbo.a"_s, u"dbo.b"_s});
        m_stage->click(path + u".take"_s);
        auto *filter = m_stage->find<QLineEdit>(u"tableSourceFilter"_s);
        QTRY_VERIFY(filter && filter->hasFocus());
        const auto *pipelines = m_stage->find<QTableView>(u"tableSources"_s);
        QCOMPARE(pipelines->model()->rowCount(), 2); // not the one that is edited
        QTest::keyClicks(filter, u"nowhere"_s);
        QVERIFY(!m_stage->find(u"tableSourceAdd"_s)->isEnabled());
        filter->clear();
        QTest::keyClicks(filter, u"dbo.c"_s);
        QCOMPARE(pipelines->model()->rowCount(), 1);
        QCOMPARE(m_stage->find<QLabel>(u"tableSourceSummary"_s)->text(),
                 u"3 tables: 2 new, 1 already in the list."_s);
        QCOMPARE(m_stage->find<QPushButton>(u"tableSourceAdd"_s)->text(), u"Add 2 tables"_s);
        QCOMPARE(m_stage->find<QListView>(u"tableSourcePreview"_s)->model()->rowCount(), 3);
        QTest::keyClick(filter, Qt::Key_Return);
        QTRY_VERIFY(!m_stage->find(u"tableSourceDialog"_s));
        QCOMPARE(names(), (QStringList{u"dbo.a"_s, u"dbo.b"_s, u"dbo.c"_s, u"dbo.d"_s}));
        QVERIFY(words(u".report"_s).startsWith(u"2 tables added."_s));
        oneStepBackTo({u"dbo.a"_s, u"dbo.b"_s});
    }

    void readsTablesFromAFile()
    {
        openWith({u"dbo.a"_s});
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"tables.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("dbo,b\ndbo,a\ndbo,c\n");
        file.close();
        m_stage->f.setChosenPaths({file.fileName()});
        auto *button = part<QPushButton>(u".file"_s);
        m_stage->click(path + u".file"_s);
        QTRY_VERIFY(button->isEnabled());
        QCOMPARE(names(), (QStringList{u"dbo.a"_s, u"dbo.b"_s, u"dbo.c"_s}));
        QVERIFY(words(u".report"_s).startsWith(u"2 tables added."_s));
        oneStepBackTo({u"dbo.a"_s});
        const QWidget *tools = button->parentWidget();
        const QList<QPushButton *> buttons = tools->findChildren<QPushButton *>();
        for (const QPushButton *each : buttons) { // all find room
            QVERIFY2(tools->rect().contains(each->geometry()), qPrintable(each->text()));
            QVERIFY2(each->width() >= each->sizeHint().width(), qPrintable(each->text()));
            QVERIFY2(each->geometry().right() < part<QWidget>(u".grid"_s)->width(),
                     qPrintable(each->text())); // and end where the grid does
        }

        m_stage->f.setChosenPaths({folder.filePath(u"missing.csv"_s)});
        m_stage->click(path + u".file"_s);
        QTRY_VERIFY(button->isEnabled());
        QVERIFY2(notes({}).contains(u"missing.csv could not be read"_s), qPrintable(notes({})));
        m_stage->f.setChosenPaths({}); // cancelled
        m_stage->click(path + u".file"_s);
        QVERIFY(button->isEnabled());
    }

    void theWizardTakesTablesToo()
    {
        QVERIFY(m_stage->create(u"sales"_s, named({u"dbo.c"_s, u"dbo.d"_s})).isValid());
        PipelineWizard wizard(m_stage->f.fleet());
        wizard.form()->setValue(u"streamingSource.type"_s, u"sqlserver"_s);
        wizard.show();
        wizard.showPage(WizardPages::Tables);
        FormInput::click(&wizard, path + u".take"_s);
        auto *add = wizard.findChild<QPushButton *>(u"tableSourceAdd"_s);
        QVERIFY(add);
        QTRY_VERIFY(add->isVisible());
        auto *filter = wizard.findChild<QLineEdit *>(u"tableSourceFilter"_s);
        QTest::keyClicks(filter, u"sales"_s);
        QTest::mouseClick(add, Qt::LeftButton);
        QCOMPARE(namesIn(wizard.form()->definition()), (QStringList{u"dbo.c"_s, u"dbo.d"_s}));

        // Esc closes the find bar, not the wizard.
        auto *grid = FormInput::find<GridView>(&wizard, path + u".grid"_s);
        grid->setFocus();
        QTest::keySequence(grid, QKeySequence::Find);
        auto *find = wizard.findChild<QWidget *>(path + u".search.words"_s);
        QVERIFY(find->isVisible());
        QTest::keyClick(find, Qt::Key_Escape);
        QVERIFY(!find->isVisible());
        QVERIFY(wizard.isVisible());
    }

    void manyTablesAreWarnedOfNotRefused()
    {
        QStringList many;
        for (int table = 0; table < 401; ++table)
            many.append(u"dbo.t%1"_s.arg(table));
        openWith(many);
        auto *grid = part<GridView>(u".grid"_s);
        const QWidget *row = grid->parentWidget()->parentWidget();
        const auto warnings = [row] {
            QStringList texts;
            const QList<NoteLine *> lines = row->findChildren<NoteLine *>();
            for (const NoteLine *line : lines) {
                if (line->isVisible())
                    texts.append(line->text());
            }
            return texts.join(u'\n');
        };
        QVERIFY(warnings().contains(u"401 tables: the product documentation"_s));
        grid->selectRow(0);
        press(Qt::Key_Delete);
        QVERIFY(warnings().isEmpty());
        QVERIFY(words(u".count"_s).startsWith(u"400 tables. Fits a runner of size large"_s));
        QVERIFY(m_stage->editor()->canSave());
    }
};

SLUICE_TEST(TestTablesGrid, Widgets)
#include "tst_tablesgrid.moc"
