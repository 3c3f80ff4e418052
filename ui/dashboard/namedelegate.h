// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/dashboard/textdelegate.h"
#include "ui/theme/tokens.h"

namespace Sluice {

// A pipeline's name with marks at its end: the pipeline has edits that are not saved, or there is a
// finding about its secrets. A name that is too long is cut before the marks.
class NameDelegate final : public TextDelegate
{
    Q_OBJECT

public:
    // A sign behind the name while the role is true.
    struct Mark {
        int role;
        const char *icon;
        QColor Tokens::*ink;
    };

    // wordsRole: see TextDelegate.
    NameDelegate(const QList<Mark> &marks, int wordsRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    int roomBehind(const QModelIndex &index) const override;

private:
    QList<Mark> m_marks;
};

} // namespace Sluice
