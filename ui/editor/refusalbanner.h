// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/apierror.h"
#include "ui/widgets/banner.h"

namespace Sluice {

class FormModel;

// What became of a save that the server refused: how many of its problems are still open, counted
// down while they are answered.
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
