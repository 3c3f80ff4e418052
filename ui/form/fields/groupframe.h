// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace Sluice {

class FormModel;
class FormerValue;
class NoteLine;
class Panel;

// The frame around the rows of a Group field, with its title and its own error ("must not be null"
// for a whole object) beside the title.
class GroupFrame final : public QWidget
{
    Q_OBJECT

public:
    GroupFrame(FormModel *model, const QString &path, QWidget *parent);

    QString path() const { return objectName(); }

    QVBoxLayout *rows() const { return m_rows; }

    // How much further right the labels inside stand than those outside.
    static int inset();
    void sync();
    QString errorText() const;
    // Offers a way back for the whole group while it differs from the model's baseline.
    void setShowChanges(bool show);

Q_SIGNALS:
    void revertRequested(const QString &path);

private:
    void syncFormer();

    FormModel *m_model;
    Panel *m_frame;
    QLabel *m_title;
    NoteLine *m_error;
    QHBoxLayout *m_head;
    QVBoxLayout *m_rows;
    FormerValue *m_former = nullptr; // made at first use
    bool m_showChanges = false;
};

} // namespace Sluice
