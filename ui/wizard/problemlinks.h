// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;

namespace Sluice {

class FormModel;
class NoteLine;

// Which fields look wrong to the client's checks, each a link to its field. It only warns: the
// server decides.
class ProblemLinks final : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemLinks(const FormModel *form, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    void fieldRequested(const QString &path);

private:
    const FormModel *m_form;
    NoteLine *m_fact;
    QLabel *m_links;
};

} // namespace Sluice
