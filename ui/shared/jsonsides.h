// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/json/linediff.h"

#include <QWidget>

class QCheckBox;
class QTableView;

namespace Sluice {

class LinesModel;

// Two JSON texts side by side, with changed lines marked. Unchanged lines may be folded.
class JsonSides final : public QWidget
{
    Q_OBJECT

public:
    explicit JsonSides(QWidget *parent = nullptr);

    void setTitles(const QString &left, const QString &right);
    void setTexts(const QByteArray &left, const QByteArray &right);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void shareWidth();
    void showLines();

    LinesModel *m_model;
    QTableView *m_table;
    QCheckBox *m_fold;
    QList<LinePair> m_lines;
};

} // namespace Sluice
