// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;

namespace Sluice {

class FormModel;

// The name that the first table would get in Snowflake, marked as a preview.
class NamePreview final : public QWidget
{
    Q_OBJECT

public:
    explicit NamePreview(const FormModel *form, QWidget *parent = nullptr);

private:
    void refresh();

    const FormModel *m_form;
    QLabel *m_name;
};

} // namespace Sluice
