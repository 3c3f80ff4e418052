// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Sluice {

class FormModel;
class NoteLine;
class PanelFrame;

// The frame around the rows of a Group field, with its title and its own error ("must not be null"
// for a whole object) beside the title.
class GroupFrame final : public QWidget
{
    Q_OBJECT

public:
    GroupFrame(FormModel *model, const QString &path, QWidget *parent);

    QString path() const { return objectName(); }

    QVBoxLayout *rows() const { return m_rows; }

    // How far the labels inside stand right of those outside.
    static int inset();
    void sync();
    QString errorText() const;

private:
    FormModel *m_model;
    PanelFrame *m_frame;
    QLabel *m_title;
    NoteLine *m_error;
    QVBoxLayout *m_rows;
};

} // namespace Sluice
