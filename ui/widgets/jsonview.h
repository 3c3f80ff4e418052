// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QWidget>

class QPushButton;

namespace Sluice {

class ReadOnlyText;

// JSON to read and copy: fixed font, keys in the colour of links.
class JsonView final : public QWidget
{
    Q_OBJECT

public:
    explicit JsonView(QWidget *parent = nullptr);

    // Shows the text as it is. Unchanged text leaves scroll position and selection alone.
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
