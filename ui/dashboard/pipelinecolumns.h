// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

class QFont;
class QSettings;
class QTableView;

namespace Sluice {

// Keeps widths, order and visibility of the columns in the settings, for a table over the
// PipelineModel's columns. The columns share the table's width until the user changes one: names
// come first, then the other texts, then the air between them. A column that has grown for a text
// does not shrink again, so that little moves.
class PipelineColumns final : public QObject
{
    Q_OBJECT

public:
    // Both must outlive it. hidden: the columns that are not shown unless the user asks for them.
    PipelineColumns(QTableView *table, QSettings *settings, const QSet<int> &hidden);
    ~PipelineColumns() override;

    // A column was shown or hidden: the others share the room, unless the user chose widths.
    void refit();
    // All columns, in their usual order and widths.
    void reset();
    // Which columns are shown, where, how wide, and the order of the rows, for take(). fits:
    // whether they share the room of the table.
    QByteArray state() const;

    bool fits() const { return m_fits; }

    void take(const QByteArray &state, bool fits);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showUsual();
    void setLeastWidths();
    void watchTexts();
    void measure();
    void measureNames(int rows);
    int widthOf(int column) const; // without any air
    void giveToNames(QHash<int, int> &widths) const;
    void setLeastWidth(int column, const QFont &font, const QString &sample, int extra = 0);
    void fit();

    QTableView *m_table;
    QSettings *m_settings;
    QString m_key; // where nothing is kept, the columns are others
    QSet<int> m_hidden;
    QHash<int, int> m_leastWidths; // by column
    QHash<int, int> m_headWidths;  // what the titles need
    QHash<int, int> m_textWidths;  // by column: of the widest text so far
    int m_nameWidth = 0;           // what nine of ten names need
    QTimer m_measureTimer;
    bool m_hasNewTexts = false; // beside the badges, since they were measured
    bool m_fits = true;         // until the user chose widths
    bool m_isFitting = false;
};

} // namespace Sluice
