// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace Sluice {

// Small text in the secondary colour: help below a field, subtitles, captions. Plain text; may
// wrap.
class HelpLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit HelpLabel(QWidget *parent = nullptr);
    explicit HelpLabel(const QString &text, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void recolor();
};

} // namespace Sluice
