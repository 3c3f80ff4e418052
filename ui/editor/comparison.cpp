// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/comparison.h"

#include "models/json/jsontext.h"
#include "ui/shared/changestable.h"
#include "ui/shared/jsonsides.h"
#include "ui/theme/icons.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

Comparison::Comparison(ChangesModel *changes, QWidget *parent)
    : QWidget(parent)
    , m_table(new ChangesTable(changes, this))
    , m_sides(new JsonSides(this))
    , m_button(new QPushButton(icon("columns-3"), tr("&Side by side"), this))
{
    m_table->setFrameShape(QFrame::NoFrame);
    m_sides->hide();
    m_button->setObjectName(u"sidesButton"_s);
    m_button->setProperty("small", true);
    m_button->setAutoDefault(false);
    m_button->setCheckable(true);
    m_button->setToolTip(tr("Show both as JSON, line by line"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_sides, 1);
    connect(m_button, &QPushButton::toggled, this, &Comparison::showSides);
}

void Comparison::setSides(const QString &leftTitle, const QJsonObject &left,
                          const QString &rightTitle, const QJsonObject &right)
{
    m_sides->setTitles(leftTitle, rightTitle);
    m_left = left;
    m_right = right;
    if (m_button->isChecked())
        showSides();
}

void Comparison::showSides()
{
    const bool isOn = m_button->isChecked();
    const auto textOf = [](const QJsonObject &side) {
        return side.isEmpty() ? QByteArray() : jsonText(side);
    };
    if (isOn)
        m_sides->setTexts(textOf(m_left), textOf(m_right));
    m_table->setVisible(!isOn);
    m_sides->setVisible(isOn);
}

} // namespace Sluice
