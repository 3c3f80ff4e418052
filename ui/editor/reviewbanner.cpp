// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/reviewbanner.h"

#include "ui/widgets/clipboard.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

using Step = PipelineSave::Step;
using State = PipelineSave::StepState;

} // namespace

ReviewBanner::ReviewBanner(const PipelineSave *save, QWidget *parent)
    : Banner(Kind::Information, parent)
    , m_save(save)
{
    setObjectName(u"reviewBanner"_s);
    hide();
}

void ReviewBanner::showMerge(bool hasMovedAgain, const QStringList &wrongFields)
{
    const Merge &merge = m_save->merge();
    clearButtons();
    setKind(Kind::Warning);
    if (merge.isMoved()) {
        setIconName("git-merge");
        setText(hasMovedAgain ? tr("The server's copy changed again. Nothing was sent.")
                              : tr("The server's copy changed while you were editing."),
                merge.openCount() > 0
                    ? tr("What does not overlap was taken over. Choose for the rest.")
                    : tr("Its changes were taken over. Nothing has been sent yet."));
    } else if (!wrongFields.isEmpty()) {
        setText(tr("%n field(s) look wrong: %1.", nullptr, int(wrongFields.size()))
                    .arg(wrongFields.join(u", "_s)),
                tr("The server will probably refuse the change. Go back to correct it."));
    }
    setVisible(merge.isMoved() || !wrongFields.isEmpty());
}

void ReviewBanner::showCancelled()
{
    setKind(Kind::Warning);
    clearButtons();
    if (m_save->state(Step::Save) == State::Done) {
        setText(tr("Saved. The pipeline is stopped and was not started again."));
        addStart(tr("Start"));
    } else {
        setText(tr("The pipeline is stopped. Nothing was saved."),
                tr("Go on with the save, or start the pipeline as it was."));
        addAgain(tr("Go on"));
        addStart(tr("Start as it was"));
    }
    show();
}

QString ReviewBanner::factOf(Step step) const
{
    const bool isStopped = m_save->hasStopped();
    if (step == Step::Stop)
        return m_save->state(step) == State::Unknown
                   ? tr("It is not known whether the pipeline was stopped. Nothing was saved.")
                   : tr("Not stopped, and not saved.");
    if (step == Step::Start)
        return m_save->state(step) == State::Unknown
                   ? tr("Saved. It is not known whether the pipeline was started.")
                   : tr("Saved, but not started. The pipeline is stopped.");
    if (m_save->state(step) == State::Unknown)
        return isStopped ? tr("The pipeline is stopped. It is not known whether the change was "
                              "saved.")
                         : tr("It is not known whether the change was saved.");
    return isStopped ? tr("Not saved. The pipeline is stopped.") : tr("Not saved.");
}

void ReviewBanner::showFailure(Step step, const ApiError &error)
{
    setKind(error.isEffectUnknown() ? Kind::Warning : Kind::Problem);
    setText(factOf(step), (error.summary() + u' ' + error.nextStep()).trimmed());
    clearButtons();
    if (step != Step::Start)
        addAgain(tr("Try again"));
    if (m_save->hasStopped()) {
        const bool isAsItWas = step == Step::Save && m_save->state(step) == State::Failed;
        addStart(isAsItWas ? tr("Start as it was") : tr("Start"));
    }
    QPushButton *copy = addButton(tr("Copy details"), "copy");
    connect(copy, &QPushButton::clicked, this,
            [details = error.details()] { copyToClipboard(details); });
    show();
}

void ReviewBanner::addAgain(const QString &verb)
{
    QPushButton *again = addButton(verb, "refresh-cw");
    again->setObjectName(u"reviewAgain"_s);
    connect(again, &QPushButton::clicked, this, [this] {
        hide();
        clearButtons();
        Q_EMIT againRequested();
    });
}

void ReviewBanner::addStart(const QString &verb)
{
    QPushButton *start = addButton(verb, "play");
    start->setObjectName(u"reviewStart"_s);
    connect(start, &QPushButton::clicked, this, &ReviewBanner::startRequested);
}

} // namespace Sluice
