// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/chainchoice.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/textlabel.h"

#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

ChainChoice::ChainChoice(QWidget *parent)
    : QWidget(parent)
    , m_fact(new TextLabel({}, TextLabel::Role::Body, TextLabel::Ink::Text, this))
    , m_saveOnly(new QRadioButton(this))
    , m_start(new QRadioButton(this))
{
    m_saveOnly->setObjectName(u"saveOnly"_s);
    m_start->setObjectName(u"stopSaveStart"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap / 2);
    layout->addWidget(m_fact);
    layout->addWidget(m_saveOnly);
    layout->addWidget(m_start);
    hide();
}

void ChainChoice::setCase(Case now)
{
    if (m_case == now)
        return;
    m_case = now;
    const bool isRunning = now == Case::Running;
    m_fact->setText(
        isRunning ? tr("The pipeline is running. The change may need a restart to take effect.")
                  : tr("The pipeline is stopped: it was stopped for this save."));
    m_saveOnly->setText(isRunning ? tr("Save, and leave the pipeline running")
                                  : tr("Save, and leave the pipeline stopped"));
    m_start->setText(isRunning ? tr("Stop the pipeline, save, start it again")
                               : tr("Save, then start the pipeline again"));
    (isRunning ? m_saveOnly : m_start)->setChecked(true);
    setVisible(now != Case::Nothing);
}

bool ChainChoice::isStartWanted() const
{
    return m_case != Case::Nothing && m_start->isChecked();
}

} // namespace Sluice
