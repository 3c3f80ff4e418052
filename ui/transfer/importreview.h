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

// One entry of an import in full: what the import would do, or why it is not possible, and its
// result.
class ImportReview final : public QWidget
{
    Q_OBJECT

public:
    // The model outlives it.
    explicit ImportReview(const ImportModel *model, QWidget *parent = nullptr);

    void showRow(int row); // -1: none
    // Its result can be looked up now.
    void setCanLook(bool can);

Q_SIGNALS:
    // The user chose "Look for it", after a lost answer.
    void lookRequested();

private:
    void showMatch(int row);
    void showResult(int row);

    const ImportModel *m_model;
    ChangesModel *m_changes;
    TextLabel *m_title;
    QPushButton *m_look;
    ReadOnlyText *m_result;
    ReadOnlyText *m_doubts; // of an entry that can be imported all the same
    QStackedWidget *m_pages;
    JsonView *m_json;
    ReadOnlyText *m_problems;
};

} // namespace Sluice
