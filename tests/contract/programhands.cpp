// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/programhands.h"

#include "ui/dashboard/pipelinetable.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/pipelineeditor.h"
#include "ui/widgets/banner.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

namespace {

constexpr int patience = 20'000;

} // namespace

ProgramHands::ProgramHands(const QStringList &words)
    : m_application(LaunchOptions::parse(words), &m_secrets)
{
    m_application.start();
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget *widget : widgets) {
        if (qobject_cast<MainWindow *>(widget))
            m_window = widget;
    }
}

bool ProgramHands::waitForFocus(const QWidget *dialog)
{
    return QTest::qWaitFor([dialog] { return dialog->isActiveWindow(); }, patience);
}

PipelineEditor *ProgramHands::editor() const
{
    return m_window->findChild<EditorPage *>(u"pipelinePage"_s)->current();
}

bool ProgramHands::openFirst() const
{
    const auto *table = m_window->findChild<PipelineTable *>(u"pipelineTable"_s);
    const auto hasRow = [table] { return table->isVisible() && table->model()->rowCount() > 0; };
    if (!QTest::qWaitFor(hasRow, patience))
        return false;
    find<PipelineTable>(u"pipelineTable"_s)->selectRow(0);
    auto *open = m_window->findChild<QAction *>(u"openAction"_s);
    if (!QTest::qWaitFor([open] { return open->isEnabled(); }, patience))
        return false;
    open->trigger();
    return editor() != nullptr;
}

bool ProgramHands::isSignedIn() const
{
    return QTest::qWaitFor([this] { return find<PipelineTable>(u"pipelineTable"_s) != nullptr; },
                           patience);
}

Banner *ProgramHands::offer(const QString &words) const
{
    const QList<Banner *> banners = m_window->findChildren<Banner *>();
    for (Banner *banner : banners) {
        if (banner->isVisible() && banner->accessibleName().contains(words))
            return banner;
    }
    return nullptr;
}

QString ProgramHands::offerText(const QString &words) const
{
    const bool hasCome = QTest::qWaitFor([this, &words] { return offer(words); }, patience);
    return hasCome ? offer(words)->accessibleName() : QString();
}

bool ProgramHands::acceptOffer(const QString &words) const
{
    if (!QTest::qWaitFor([this, &words] { return offer(words) != nullptr; }, patience))
        return false;
    QTest::mouseClick(offer(words)->findChild<QPushButton *>(), Qt::LeftButton);
    return true;
}

bool ProgramHands::acceptOffer() const
{
    if (!acceptOffer(u"Unsaved edits"_s))
        return false;
    // True once the server's copy has come: then the editor can save, or says that the copy moved.
    const auto isRead = [this] {
        return editor() && (editor()->canSave() || find(u"editorBanner"_s));
    };
    return QTest::qWaitFor(isRead, patience);
}

bool ProgramHands::review() const
{
    if (!QTest::qWaitFor([this] { return editor()->canSave(); }, patience))
        return false;
    editor()->reviewAndSave();
    const auto isReady = [this] {
        const auto *save = find<QPushButton>(u"reviewSave"_s);
        return save && (save->isEnabled() || find(u"chooseMine"_s));
    };
    return QTest::qWaitFor(isReady, patience);
}

} // namespace Sluice::Test
