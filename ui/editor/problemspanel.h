// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QTableView;

namespace Sluice {

class FormModel;
class ProblemsModel;
class TextLabel;

// The list of problems below the form: where, what, and a way there. Hidden while there are none.
class ProblemsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemsPanel(const FormModel *form, QWidget *parent = nullptr);

    // The origin of the messages: "from the server, 14:02:40".
    void setOrigin(const QString &origin);
    int count() const;
    // Goes to the next problem or the one before; after the last comes the first.
    void next(bool backwards = false);

Q_SIGNALS:
    // path: dotted. inForm: false when no field shows the place.
    void placeRequested(const QString &path, bool inForm);

private:
    void refresh();
    void go(int row);

    ProblemsModel *m_model;
    TextLabel *m_title;
    TextLabel *m_origin;
    QTableView *m_table;
};

} // namespace Sluice
