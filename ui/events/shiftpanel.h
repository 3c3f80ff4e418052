// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/events/shiftreport.h"
#include "ui/widgets/panel.h"

namespace Sluice {

class TextLabel;

// "While you were away": the shift report above the event log.
class ShiftPanel final : public Panel
{
    Q_OBJECT

public:
    explicit ShiftPanel(QWidget *parent = nullptr);

    // left: older events that are not counted in it.
    void setReport(const ShiftReport &report, qint64 left);

Q_SIGNALS:
    void showRequested();
    void closed();

private:
    ShiftReport m_report;
    TextLabel *m_title;
    TextLabel *m_lines;
};

} // namespace Sluice
