// SPDX-License-Identifier: Apache-2.0
#include "ui/pipelineactions.h"

#include "ui/theme/icons.h"

#include <QAction>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QAction *make(QObject *parent, const QString &objectName, const QString &text,
              QLatin1String iconName, const QKeySequence &shortcut)
{
    auto *action = new QAction(text, parent);
    action->setObjectName(objectName);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcut(shortcut);
    return action;
}

// whyNot is empty when the action can be done.
void apply(QAction *action, const QString &whatItDoes, const QString &whyNot)
{
    action->setEnabled(whyNot.isEmpty());
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    const QString withKeys = keys.isEmpty() ? whatItDoes : u"%1 (%2)"_s.arg(whatItDoes, keys);
    action->setToolTip(whyNot.isEmpty() ? withKeys : whyNot);
}

} // namespace

PipelineActions::PipelineActions(QObject *parent)
    : QObject(parent)
    , m_create(
          make(this, u"newPipelineAction"_s, tr("&New pipeline"), "plus"_L1, QKeySequence::New))
    , m_open(make(this, u"openAction"_s, tr("&Open"), "external-link"_L1, {}))
    , m_start(make(this, u"startAction"_s, tr("&Start"), "play"_L1, {u"Ctrl+Shift+S"_s}))
    , m_stop(make(this, u"stopAction"_s, tr("S&top"), "square"_L1, {u"Ctrl+Shift+T"_s}))
    , m_refresh(
          make(this, u"refreshAction"_s, tr("&Refresh"), "refresh-cw"_L1, QKeySequence::Refresh))
    , m_refreshAll(make(this, u"refreshAllAction"_s, tr("Refresh &all"), {}, {u"Ctrl+F5"_s}))
    , m_copyId(make(this, u"copyIdAction"_s, tr("&Copy id"), "copy"_L1, {u"Ctrl+Shift+C"_s}))
    , m_remove(make(this, u"deleteAction"_s, tr("&Delete…"), "trash-2"_L1, QKeySequence::Delete))
{
    update({}, 0);
}

QList<QAction *> PipelineActions::all() const
{
    return {m_create, m_open, m_start, m_stop, m_refresh, m_refreshAll, m_copyId, m_remove};
}

void PipelineActions::update(const Selection &selection, int accounts)
{
    m_selection = selection;
    const QString noAccount = accounts > 0 ? QString() : tr("Connect to an account first.");
    const QString noSelection = selection.isEmpty() ? tr("Select a pipeline first.") : QString();
    const QString notOne = selection.size() > 1 ? tr("Select one pipeline only.") : noSelection;

    apply(m_create, tr("Create a pipeline"), noAccount);
    apply(m_open, tr("Open the pipeline's overview and definition"), notOne);
    apply(m_refresh,
          selection.isEmpty() ? tr("Read all pipelines and their states again")
                              : tr("Read the state of the selected pipelines again"),
          noAccount);
    apply(m_refreshAll, tr("Read all pipelines and their states again"), noAccount);
    apply(m_copyId, tr("Copy the id"), noSelection);
    apply(m_remove, tr("Delete for good"), noSelection);
    updateCommands(accounts);
}

void PipelineActions::updateCommands(int accounts)
{
    const auto startable = std::count_if(m_selection.cbegin(), m_selection.cend(),
                                         [](const SelectedPipeline &one) { return one.canStart; });
    const auto stoppable = std::count_if(m_selection.cbegin(), m_selection.cend(),
                                         [](const SelectedPipeline &one) { return one.canStop; });
    const bool several = m_selection.size() > 1;
    const QString noSelection =
        accounts == 0 ? tr("Connect to an account first.") : tr("Select a pipeline first.");
    const QString noStart = several ? tr("None of the selected pipelines is stopped.")
                                    : tr("This pipeline is not stopped.");
    const QString noStop = several ? tr("None of the selected pipelines is running.")
                                   : tr("This pipeline is not running.");

    m_start->setText(several && startable > 0 ? tr("&Start %1…").arg(startable) : tr("&Start"));
    m_stop->setText(several && stoppable > 0 ? tr("S&top %1…").arg(stoppable) : tr("S&top"));
    apply(m_start, tr("Start"),
          m_selection.isEmpty() ? noSelection
          : startable > 0       ? QString()
                                : noStart);
    apply(m_stop, tr("Stop"),
          m_selection.isEmpty() ? noSelection
          : stoppable > 0       ? QString()
                                : noStop);
}

} // namespace Sluice
