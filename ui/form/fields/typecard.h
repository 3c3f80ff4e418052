// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/field.h"

#include <QRadioButton>

namespace Sluice {

// A source or target type as a card: mark, product name and one line. For the keyboard and screen
// readers it is a radio button.
class TypeCard final : public QRadioButton
{
    Q_OBJECT

public:
    TypeCard(const TypeInfo &type, QWidget *parent);

    QString id() const;
    void setWrong(bool wrong);

    QSize sizeHint() const override;

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &position) const override;

private:
    void paintFrame(QPainter *painter) const;
    void paintMark(QPainter *painter, const QRect &place) const;
    void paintWords(QPainter *painter, const QRect &place) const;

    const TypeInfo &m_type;
    QString m_line;
    bool m_wrong = false;
};

} // namespace Sluice
