// SPDX-License-Identifier: Apache-2.0
// What the editor's form does on the screen: letters to its fields, and what stays in its place.
#include "tests/support/editorfixture.h"
#include "tests/support/forminput.h"
#include "tests/support/mnemonics.h"
#include "tests/support/testprogram.h"
#include "ui/form/fields/formervalue.h"
#include "ui/form/view/formpage.h"
#include "ui/form/view/formrow.h"
#include "ui/form/view/formview.h"
#include "ui/widgets/altletters.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

class TestEditorForm : public EditorTest
{
    Q_OBJECT

private:
    FormPage *page() { return m_stage->editor()->findChild<FormPage *>(); }

    QWidget *field(const QString &path) { return FormInput::find(m_stage->editor(), path); }

    static int topOf(const QWidget *widget) { return widget->mapToGlobal(QPoint()).y(); }

private Q_SLOTS:
    void noLetterStandsTwice();
    void saysWhoUsesTheRunner();
    void lettersGoToTheirFields();
    void messagesMoveNothingThatIsUsed();
    void bannersMoveNothing();
    void formerValueUsesTheRoom();
    void longTextGetsRoom();
};

void TestEditorForm::noLetterStandsTwice()
{
    auto *list = m_stage->find<QListView>(u"sectionList"_s);
    list->setFocus();
    for (int section = 0; section < list->model()->rowCount(); ++section) {
        Q_EMIT list->clicked(list->model()->index(section, 0));
        page()->setRead(page()->forms().at(section));
        QCOMPARE(clashingMnemonics(m_stage->window()), QStringList());
        for (const FormRow *row : page()->forms().at(section)->rows()) {
            const auto *label = row->findChild<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
            if (!row->labelText().isEmpty())
                QVERIFY2(!AltLetters::letterOf(label->text()).isNull(),
                         qPrintable(row->labelText()));
        }
    }
}

void TestEditorForm::saysWhoUsesTheRunner()
{
    const auto advice = [this] {
        QString words;
        const QWidget *row = page()->forms().constFirst()->fieldWidget(u"agentId"_s);
        for (const NoteLine *note : row->findChildren<NoteLine *>())
            words += note->text();
        return words;
    };
    QCOMPARE(advice(), QString());
    m_stage->create(u"another"_s); // the same definition, and so the same runner
    m_stage->open(m_key);
    QTRY_VERIFY2(advice().contains(u"another"_s), qPrintable(advice()));
}

void TestEditorForm::lettersGoToTheirFields()
{
    QTRY_VERIFY(page()->verticalScrollBar()->maximum() > 0); // it is laid out
    for (const FormView *form : page()->forms()) {
        if (form->rows().isEmpty())
            continue;
        form->rows().first()->editor()->entry()->setFocus();
        for (const FormRow *row : form->rows()) {
            const auto *label = row->findChild<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
            if (row->labelText().isEmpty())
                continue;
            const QChar letter = AltLetters::letterOf(label->text());
            QVERIFY2(!letter.isNull(), qPrintable(label->text()));
            const QKeySequence keys(u"Alt+"_s + letter);
            QTest::keyClick(m_stage->window(), Qt::Key(keys[0].key()), Qt::AltModifier);
            QWidget *focus = QApplication::focusWidget();
            QVERIFY2(focus && row->isAncestorOf(focus), qPrintable(label->text()));
            QTRY_VERIFY2(!QApplication::focusWidget()->visibleRegion().isEmpty(),
                         qPrintable(label->text()));
        }
    }
}

// The words of a check come when the field is left. What the focus or the mouse is on stays.
void TestEditorForm::messagesMoveNothingThatIsUsed()
{
    m_stage->type(hostPath, {});
    QWidget *port = field(portPath);
    const int before = topOf(port);
    for (int stop = 0; stop < 2; ++stop) // the way back to the former host is between them
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), port);
    const auto *row = qobject_cast<FormRow *>(page()->forms().at(1)->fieldWidget(hostPath));
    QVERIFY(row && !row->errorText().isEmpty());
    QCOMPARE(topOf(port), before);
}

void TestEditorForm::bannersMoveNothing()
{
    m_stage->type(databasePath, u"sales"_s);
    page()->verticalScrollBar()->setValue(60);
    QWidget *database = field(databasePath);
    auto *tabs = m_stage->find<QTabWidget>(u"editorTabs"_s)->tabBar();
    const int before = topOf(database);
    const int tabsBefore = topOf(tabs);
    m_stage->changeElsewhere(m_key, "streamingTarget/warehouse", u"WH2"_s);
    m_stage->f.fleet()->refreshAll();
    QTRY_VERIFY(m_stage->find(u"bannerText"_s));
    QCOMPARE(topOf(tabs), tabsBefore);
    QTRY_COMPARE(topOf(database), before);
}

void TestEditorForm::formerValueUsesTheRoom()
{
    m_stage->window()->resize(1800, 900);
    m_stage->type(hostPath, u"a-host-with-a-name-that-is-rather-long.corp.example.com"_s);
    m_stage->save();
    m_stage->type(hostPath, u"b"_s);
    auto *row = qobject_cast<FormRow *>(page()->forms().at(1)->fieldWidget(hostPath));
    auto *was = row->findChild<FormerValue *>();
    QTRY_VERIFY(was && was->isVisible());
    const auto *text = was->findChild<TextLabel *>();
    QTRY_VERIFY2(text->width() >= text->sizeHint().width(), qPrintable(text->text()));
}

void TestEditorForm::longTextGetsRoom()
{
    m_stage->window()->resize(1800, 900);
    const QString host = u"a-host-with-a-very-long-name.in-some-subdomain.of-a-department."_s +
                         u"of-the-company.corp.example.com"_s;
    m_stage->type(hostPath, host);
    auto *edit = qobject_cast<QLineEdit *>(field(hostPath));
    QTRY_VERIFY(edit->width() > edit->fontMetrics().horizontalAdvance(host));
}

SLUICE_TEST(TestEditorForm, Widgets)
#include "tst_editorform.moc"
