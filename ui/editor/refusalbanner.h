// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/apierror.h"
#include "ui/widgets/banner.h"

namespace Sluice {

class FormModel;

// Says that the server refused a save, and how many of its problems are still open. The count goes
// down as the user answers them.
class RefusalBanner final : public Banner
{
    Q_OBJECT

public:
    explicit RefusalBanner(const FormModel *form, QWidget *parent = nullptr);

    void showRefusal(const ApiError &error);

Q_SIGNALS:
    void nextRequested();

private:
    void refresh();
    int openCount() const;

    const FormModel *m_form;
    ApiError m_error;
    int m_total = 0;
};

} // namespace Sluice
