// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLayout>

namespace Sluice {

// Lays out widgets like words: in a row as long as there is room, then in the next row.
class FlowLayout final : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;

    bool hasHeightForWidth() const override { return true; }

    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }

    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    // Places the items when asked to. Returns the height that they need.
    int flow(const QRect &room, bool place) const;

    QList<QLayoutItem *> m_items;
};

} // namespace Sluice
