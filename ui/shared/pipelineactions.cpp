// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/pipelineactions.h"

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

// The first that says something.
QString first(std::initializer_list<QString> texts)
{
    const auto found = std::find_if(texts.begin(), texts.end(),
                                    [](const QString &text) { return !text.isEmpty(); });
    return found == texts.end() ? QString() : *found;
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
    // Keys that no habit hits (those of Save as and of a closed tab are near), and apart.
    , m_start(make(this, u"startAction"_s, tr("&Start"), "play"_L1, {u"Ctrl+Shift+F9"_s}))
    , m_stop(make(this, u"stopAction"_s, tr("S&top…"), "square"_L1, {u"Ctrl+Shift+F12"_s}))
    , m_refresh(
          make(this, u"refreshAction"_s, tr("&Refresh"), "refresh-cw"_L1, QKeySequence::Refresh))
    , m_refreshAll(make(this, u"refreshAllAction"_s, tr("Refresh &all"), {}, {u"Ctrl+F5"_s}))
    , m_copyId(make(this, u"copyIdAction"_s, tr("&Copy id"), "copy"_L1, {u"Ctrl+Shift+C"_s}))
    , m_remove(make(this, u"deleteAction"_s, tr("&Delete…"), "trash-2"_L1, QKeySequence::Delete))
{
    update({}, {});
}

QList<QAction *> PipelineActions::all() const
{
    return {m_create, m_open, m_start, m_stop, m_refresh, m_refreshAll, m_copyId, m_remove};
}

void PipelineActions::update(const SelectionCounts &selected, const Obstacles &obstacles)
{
    const QString noSelection = selected.all == 0 ? tr("Select a pipeline first.") : QString();
    const QString notOne = selected.all > 1 ? tr("Select one pipeline only.") : noSelection;

    apply(m_create, tr("Create a pipeline"), first({obstacles.account, obstacles.create}));
    apply(m_open, tr("Open the pipeline's overview and definition"), notOne);
    apply(m_refresh,
          selected.all == 0 ? tr("Read all pipelines and their states again")
                            : tr("Read the state of the selected pipelines again"),
          obstacles.account);
    apply(m_refreshAll, tr("Read all pipelines and their states again"), obstacles.account);
    apply(m_copyId, tr("Copy the id"), noSelection);
    updateCommands(selected, obstacles);
}

void PipelineActions::updateCommands(const SelectionCounts &selected, const Obstacles &obstacles)
{
    const int startable = selected.startable;
    const int stoppable = selected.stoppable;
    const int count = selected.all;
    const bool several = count > 1;
    const QString noSelection = count == 0 ? tr("Select a pipeline first.") : QString();
    const QString whyNone = first({obstacles.account, noSelection, obstacles.selected});
    const QString noStart = several ? tr("None of the selected pipelines is stopped.")
                                    : tr("This pipeline is not stopped.");
    const QString noStop = several ? tr("None of the selected pipelines is running.")
                                   : tr("This pipeline is not running.");

    m_start->setText(several && startable > 0 ? tr("&Start %Ln…", nullptr, startable)
                                              : tr("&Start"));
    m_stop->setText(several && stoppable > 0 ? tr("S&top %Ln…", nullptr, stoppable) : tr("S&top…"));
    m_remove->setText(several ? tr("&Delete %Ln…", nullptr, count) : tr("&Delete…"));
    apply(m_start, tr("Start"), first({whyNone, startable > 0 ? QString() : noStart}));
    apply(m_stop, tr("Stop"), first({whyNone, stoppable > 0 ? QString() : noStop}));
    apply(m_remove, tr("Delete for good"), whyNone);
}

} // namespace Sluice
