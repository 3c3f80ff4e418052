// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace Sluice {

class ChangesModel;
class ImportModel;
class JsonView;
class ReadOnlyText;
class TextLabel;

// One entry of an import in full: what importing it would do, or why it cannot be, and what became
// of it.
class ImportReview final : public QWidget
{
    Q_OBJECT

public:
    // The model outlives it.
    explicit ImportReview(const ImportModel *model, QWidget *parent = nullptr);

    void showRow(int row); // -1: none
    // What became of it can be looked up now.
    void setCanLook(bool can);

Q_SIGNALS:
    // "Look for it", where the answer was lost.
    void lookRequested();

private:
    void showMatch(int row);
    void showResult(int row);

    const ImportModel *m_model;
    ChangesModel *m_changes;
    TextLabel *m_title;
    QPushButton *m_look;
    ReadOnlyText *m_result;
    ReadOnlyText *m_doubts; // of what can be imported all the same
    QStackedWidget *m_pages;
    JsonView *m_json;
    ReadOnlyText *m_problems;
};

} // namespace Sluice
