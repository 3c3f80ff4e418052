// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/savesteps.h"

#include "models/fleet/pipelinesave.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/marklabel.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

using Step = PipelineSave::Step;
using State = PipelineSave::StepState;

constexpr Step all[] = {Step::Stop, Step::Save, Step::Start};

QString iconOf(State state)
{
    switch (state) {
    case State::Waiting: return u"circle"_s;
    case State::Running: return u"loader-circle"_s;
    case State::Done: return u"circle-check"_s;
    case State::Failed:
    case State::Unknown: return u"circle-alert"_s;
    case State::Skipped: return u"minus"_s;
    }
    return {};
}

QString nameOf(Step step)
{
    switch (step) {
    case Step::Stop: return SaveSteps::tr("Stop");
    case Step::Save: return SaveSteps::tr("Save");
    case Step::Start: return SaveSteps::tr("Start");
    }
    return {};
}

QString wordOf(State state)
{
    switch (state) {
    case State::Waiting: return SaveSteps::tr("waiting");
    case State::Running: return SaveSteps::tr("under way");
    case State::Done: return SaveSteps::tr("done");
    case State::Failed: return SaveSteps::tr("failed");
    case State::Unknown: return SaveSteps::tr("not known");
    case State::Skipped: return SaveSteps::tr("left out");
    }
    return {};
}

} // namespace

SaveSteps::SaveSteps(const PipelineSave *save, QWidget *parent)
    : QWidget(parent)
    , m_save(save)
{
    setObjectName(u"saveSteps"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::IconText);
    while (m_steps.size() < qsizetype(std::size(all))) {
        m_steps.append({new MarkLabel(this),
                        new TextLabel({}, TextLabel::Role::Body, TextLabel::Ink::Text, this)});
        layout->addWidget(m_steps.constLast().mark);
        layout->addWidget(m_steps.constLast().label);
        layout->addSpacing(Size::Gap);
    }
    layout->addStretch(1);
    connect(save, &PipelineSave::phaseChanged, this, &SaveSteps::refresh);
    refresh();
}

void SaveSteps::refresh()
{
    for (const Step step : all) {
        const State state = m_save->state(step);
        const auto &[mark, label] = m_steps.at(int(step));
        mark->setIcon(iconOf(state));
        label->setText(tr("%1: %2").arg(nameOf(step), wordOf(state)));
        label->setInk(state == State::Failed || state == State::Unknown ? TextLabel::Ink::Problem
                      : state == State::Running || state == State::Done
                          ? TextLabel::Ink::Text
                          : TextLabel::Ink::Secondary);
        mark->setVisible(state != State::Skipped);
        label->setVisible(state != State::Skipped);
    }
    setAccessibleName(text());
}

QString SaveSteps::text() const
{
    QStringList steps;
    for (const Step step : all) {
        if (m_save->state(step) != State::Skipped)
            steps.append(tr("%1: %2.").arg(nameOf(step), wordOf(m_save->state(step))));
    }
    return steps.join(u' ');
}

} // namespace Sluice
