// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QWidget>

class QPushButton;

namespace Sluice {

class ReadOnlyText;

// Shows JSON to read and copy, in the fixed font, with keys in the colour of links.
class JsonView final : public QWidget
{
    Q_OBJECT

public:
    explicit JsonView(QWidget *parent = nullptr);

    // Shows the text as it is. Scroll position and selection stay when the text does not change.
    void setJson(const QByteArray &json);
    QByteArray json() const;

    ReadOnlyText *text() const { return m_text; }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeCopyButton();

    ReadOnlyText *m_text;
    QPushButton *m_copy;
};

} // namespace Sluice
