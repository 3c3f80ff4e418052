// SPDX-License-Identifier: Apache-2.0
#include "ui/start/connectionsteps.h"

#include "ui/start/steprow.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

ConnectionSteps::ConnectionSteps(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"connectionSteps"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    layout->addWidget(
        new TextLabel(tr("Connection test"), TextLabel::Role::Section, TextLabel::Ink::Text, this));
    for (int step = 0; step < ConnectionCheck::StepCount; ++step) {
        auto *row = new StepRow(this);
        row->setObjectName(u"connectionStep%1"_s.arg(step));
        layout->addWidget(row);
        m_rows.at(step) = row;
    }
}

void ConnectionSteps::reset(const QString &host)
{
    m_rows.at(0)->setName(tr("Reach %1").arg(host));
    m_rows.at(1)->setName(tr("Sign in"));
    m_rows.at(2)->setName(tr("List your projects"));
    for (StepRow *row : m_rows)
        row->setState(ConnectionCheck::State::NotRun, tr("not run"));
}

void ConnectionSteps::setCheck(const ConnectionCheck &check)
{
    using State = ConnectionCheck::State;
    for (int step = 0; step < ConnectionCheck::StepCount; ++step) {
        const QModelIndex index = check.index(step);
        const State state = check.state(ConnectionCheck::Step(step));
        const QString told = index.data(ConnectionCheck::NoteRole).toString();
        const QString duration =
            tr("%1 ms").arg(index.data(ConnectionCheck::MillisecondsRole).toInt());
        m_rows.at(step)->setName(index.data().toString());
        switch (state) {
        case State::NotRun: m_rows.at(step)->setState(state, tr("not run")); break;
        case State::Running: m_rows.at(step)->setState(state, tr("running")); break;
        case State::Passed:
            m_rows.at(step)->setState(state,
                                      told.isEmpty() ? duration : tr("%1, %2").arg(told, duration));
            break;
        case State::Failed:
            m_rows.at(step)->setState(state, duration, told,
                                      index.data(ConnectionCheck::DetailsRole).toString());
            break;
        }
    }
}

} // namespace Sluice
