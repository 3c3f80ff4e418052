// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/dashboard/textdelegate.h"

namespace Sluice {

// A pipeline's name with marks at its end: the pipeline has edits that are not saved, or there is a
// finding about its secrets. A name that is too long is cut before the marks.
class NameDelegate final : public TextDelegate
{
    Q_OBJECT

public:
    // The first two: bool. wordsRole: see TextDelegate.
    NameDelegate(int markedRole, int editedRole, int wordsRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    int roomBehind(const QModelIndex &index) const override;

private:
    int m_markedRole;
    int m_editedRole;
};

} // namespace Sluice
