package encode

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"
)

// browser is a page in headless Chromium, driven by its DevTools protocol over
// a pair of pipes, which needs no library.
type browser struct {
	t       *testing.T
	out     io.Writer
	session string
	last    int // number of the last call

	mutex  sync.Mutex
	events []event
	calls  map[int]chan reply
}

type reply struct {
	ID     int             `json:"id"`
	Result json.RawMessage `json:"result"`
	Error  json.RawMessage `json:"error"`
}

type event struct {
	Method string          `json:"method"`
	Params json.RawMessage `json:"params"`
}

// browserPatience is how long a busy machine may take to start a browser, or to
// answer one question.
const browserPatience = time.Minute

// openBrowser starts Chromium and skips the test where there is none.
func openBrowser(t *testing.T) *browser {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a browser")
	}
	var program string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			program = path
			break
		}
	}
	if program == "" {
		t.Skip("Chromium is not in the path")
	}
	theirIn, ourOut, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	ourIn, theirOut, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(program, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
		"--disable-background-networking", "--disable-dev-shm-usage", "--user-data-dir="+t.TempDir(), "--remote-debugging-pipe", "about:blank")
	command.ExtraFiles = []*os.File{theirIn, theirOut} // 3 and 4, where it listens and answers
	if err := command.Start(); err != nil {
		t.Skipf("Chromium does not start: %v", err)
	}
	_, _ = theirIn.Close(), theirOut.Close()
	b := &browser{t: t, out: ourOut, calls: map[int]chan reply{}}
	go b.listen(ourIn)
	t.Cleanup(func() {
		_, _ = io.WriteString(ourOut, `{"id":0,"method":"Browser.close"}`+"\x00")
		timer := time.AfterFunc(browserPatience, func() { _ = command.Process.Kill() })
		defer timer.Stop()
		_ = command.Wait() // how it ends says nothing about the page
		_, _ = ourOut.Close(), ourIn.Close()
	})

	var target struct{ TargetID string }
	b.ask(&target, "Target.createTarget", map[string]any{"url": "about:blank"})
	var session struct{ SessionID string }
	b.ask(&session, "Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true})
	b.session = session.SessionID
	for _, domain := range []string{"Page", "Network", "Log", "Runtime"} {
		b.call(domain+".enable", nil)
	}
	return b
}

// listen sorts what the browser says into answers and events.
func (b *browser) listen(in io.Reader) {
	messages := bufio.NewReader(in)
	for {
		data, err := messages.ReadBytes(0)
		if err != nil {
			return
		}
		data = data[:len(data)-1]
		var r reply
		var e event
		if json.Unmarshal(data, &r) == nil && r.ID > 0 {
			b.mutex.Lock()
			b.calls[r.ID] <- r
			b.mutex.Unlock()
		} else if json.Unmarshal(data, &e) == nil {
			b.mutex.Lock()
			b.events = append(b.events, e)
			b.mutex.Unlock()
		}
	}
}

// call calls a method of the protocol and returns its result.
func (b *browser) call(method string, params map[string]any) json.RawMessage {
	b.t.Helper()
	answer := make(chan reply, 1)
	b.mutex.Lock()
	b.last++
	id := b.last
	b.calls[id] = answer
	b.mutex.Unlock()
	message := map[string]any{"id": id, "method": method, "params": params}
	if params == nil {
		message["params"] = map[string]any{}
	}
	if b.session != "" && !strings.HasPrefix(method, "Browser.") {
		message["sessionId"] = b.session
	}
	data, err := json.Marshal(message)
	if err == nil {
		_, err = b.out.Write(append(data, 0))
	}
	if err != nil {
		b.t.Fatalf("%s: %v", method, err)
	}
	select {
	case r := <-answer:
		if r.Error != nil {
			b.t.Fatalf("%s: %s", method, r.Error)
		}
		return r.Result
	case <-time.After(browserPatience):
		b.t.Fatalf("%s: no answer", method)
	}
	return nil
}

// ask is call with the result unpacked.
func (b *browser) ask(result any, method string, params map[string]any) {
	b.t.Helper()
	if err := json.Unmarshal(b.call(method, params), result); err != nil {
		b.t.Fatalf("%s: %v", method, err)
	}
}

// open shows a page and waits until it is there.
func (b *browser) open(url string) {
	b.t.Helper()
	b.call("Page.navigate", map[string]any{"url": url})
	b.wait("document.readyState == 'complete' && location.href == " + quotedJS(url))
}

// eval returns what an expression of JavaScript gives.
func (b *browser) eval(result any, expression string) {
	b.t.Helper()
	var answer struct {
		Result struct {
			Value json.RawMessage
		}
		ExceptionDetails json.RawMessage
	}
	b.ask(&answer, "Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true})
	if answer.ExceptionDetails != nil {
		b.t.Fatalf("%s: %s", expression, answer.ExceptionDetails)
	}
	if err := json.Unmarshal(answer.Result.Value, result); err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
}

// wait waits until an expression is true.
func (b *browser) wait(expression string) {
	b.t.Helper()
	for until := time.Now().Add(browserPatience); time.Now().Before(until); time.Sleep(10 * time.Millisecond) {
		var ok bool
		if b.eval(&ok, "Boolean("+expression+")"); ok {
			return
		}
	}
	b.t.Fatalf("never true: %s", expression)
}

// click presses and releases the mouse in the middle of the first line box of an
// element.
func (b *browser) click(selector string) {
	b.t.Helper()
	var at struct{ X, Y float64 }
	b.eval(&at, "(() => { const e = document.querySelector("+quotedJS(selector)+"); e.scrollIntoView({block: 'center'});"+
		" const r = e.getClientRects()[0]; return {X: r.x + r.width/2, Y: r.y + r.height/2} })()")
	for _, kind := range []string{"mousePressed", "mouseReleased"} {
		b.call("Input.dispatchMouseEvent", map[string]any{"type": kind, "x": at.X, "y": at.Y, "button": "left", "clickCount": 1})
	}
}

// press presses and releases a key.
func (b *browser) press(key, text string, code int) {
	b.t.Helper()
	b.call("Input.dispatchKeyEvent", map[string]any{"type": "keyDown", "key": key, "code": key, "text": text, "windowsVirtualKeyCode": code})
	b.call("Input.dispatchKeyEvent", map[string]any{"type": "keyUp", "key": key, "code": key, "windowsVirtualKeyCode": code})
}

// complaints returns what the page asked the network for, beside itself, and
// what it said on the console.
func (b *browser) complaints(page string) []string {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	var all []string
	for _, e := range b.events {
		switch e.Method {
		case "Network.requestWillBeSent":
			var sent struct{ Request struct{ URL string } }
			if err := json.Unmarshal(e.Params, &sent); err != nil {
				err = errors.Join(errors.New("an event that nobody understands"), err)
				all = append(all, err.Error())
			} else if url, _, _ := strings.Cut(sent.Request.URL, "#"); url != page && url != "about:blank" {
				all = append(all, "request for "+sent.Request.URL)
			}
		case "Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown":
			all = append(all, e.Method+" "+string(e.Params))
		}
	}
	return all
}

// quotedJS returns a string as JavaScript writes it.
func quotedJS(s string) string {
	data, err := json.Marshal(s)
	if err != nil {
		return `""`
	}
	return string(data)
}
