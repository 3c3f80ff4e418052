// SPDX-License-Identifier: Apache-2.0
#include "ui/start/stepmark.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/badgeglyph.h"
#include "ui/widgets/turning.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Sluice {

StepMark::StepMark(QWidget *parent)
    : QWidget(parent)
    , m_turning(new Turning(this))
{
    setFixedSize(Size::Icon, Size::Icon);
}

void StepMark::setState(ConnectionCheck::State state)
{
    m_state = state;
    update();
}

void StepMark::paintEvent(QPaintEvent *)
{
    using State = ConnectionCheck::State;
    QPainter painter(this);
    switch (m_state) {
    case State::NotRun:
        paintIcon(&painter, rect(), u"circle"_s, tokensFor(palette()).textSecondary);
        return;
    case State::Passed:
        paintIcon(&painter, rect(), u"circle-check"_s, familyColors(Family::Good, palette()).solid);
        return;
    case State::Failed:
        paintIcon(&painter, rect(), u"circle-x"_s, tokensFor(palette()).problem);
        return;
    case State::Running:
        paintBadgeGlyph(&painter, QRectF(rect()).adjusted(2, 2, -2, -2), Badge::Starting,
                        familyColors(Family::Information, palette()).solid, Turning::angle(this));
        m_turning->painted(this, rect());
        return;
    }
}

} // namespace Sluice
