// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QProgressBar;
class QSortFilterProxyModel;

namespace Sluice {

class ChangesModel;
class ReadOnlyText;
class RepointModel;
class RepointTable;
class TextLabel;
struct PipelineKey;

// The chosen pipelines, the changes in the selected one, and its result once it is re-pointed.
class RepointReview final : public QWidget
{
    Q_OBJECT

public:
    // The model outlives it.
    explicit RepointReview(RepointModel *model, QWidget *parent = nullptr);

    // Which rows: those that can be sent or were not read, or all that were chosen.
    enum class Rows { Left, All };
    void begin(Rows rows);
    // The progress of a run; total 0: no run.
    void showProgress(int done, int total);
    void setHeadline(const QString &text);
    void scrollTo(const PipelineKey &key);
    void focusFirst();

private:
    QLayout *makeHead();
    QWidget *makeDetails();
    int sourceRow() const; // -1: none is selected
    void showRow();

    RepointModel *m_model;
    QSortFilterProxyModel *m_rows;
    ChangesModel *m_changes;
    TextLabel *m_headline;
    QProgressBar *m_progress;
    RepointTable *m_table;
    TextLabel *m_title;
    ReadOnlyText *m_result;
};

} // namespace Sluice
